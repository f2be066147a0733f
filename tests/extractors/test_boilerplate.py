"""What of a page is the article and what is not."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.extractors.boilerplate import Kind, Noise, mask, noise, plain

ARTICLES = Path(__file__).parents[2].parent / "shared" / "articles"

TITLE = {
    "fr": "Nébula rachète Kartoflex et bouscule le marché des satellites",
    "en": "Nebula buys Kartoflex and shakes up the satellite market",
}
LEAD = {
    "fr": "L’opérateur lyonnais met la main sur son rival nantais pour 40 millions d’euros. Les syndicats, eux, "
    "demandent des garanties sur l’emploi avant toute signature.",
    "en": "The Leeds-based operator is paying £40m for its smaller rival. Unions said they would ask for guarantees on "
    "jobs before anything is signed.",
}
BODY = {
    "fr": "La directrice générale de Nébula, Jeanne Kerouac, a confirmé mardi la signature d’un accord avec les "
    "actionnaires de Kartoflex, au terme de six mois de négociations menées dans le plus grand secret.\n\n"
    "« C’est une étape importante », a-t-elle expliqué devant les salariés réunis au siège. Le ministère de "
    "l’Économie a indiqué qu’il examinerait l’opération, comme la loi le prévoit.\n\n"
    "Chez le concurrent Orbitalis, on ne cache pas une certaine inquiétude : l’entreprise avait elle-même fait une "
    "offre en mars, et son patron Marc Lebrun jugeait alors le prix trop élevé.",
    "en": "Jane Kerwick, the chief executive of Nebula, confirmed on Tuesday that she had signed an agreement with the "
    "shareholders of Kartoflex after six months of talks held in the utmost secrecy.\n\n"
    "“This is an important step,” she told staff at the company’s headquarters. The business department said that it "
    "would look into the deal, as the law requires, and report back before the summer.\n\n"
    "At rival Orbitalis there is some concern: the company had made an offer of its own in March, and its boss, Mark "
    "Lebron, thought at the time that the price was far too high.",
}


def page(lang: str, *, head: str = "", middle: str = "", tail: str = "", between: str = "\n\n") -> str:
    first, second, third = BODY[lang].split("\n\n")
    parts = [TITLE[lang], head, LEAD[lang], first, middle, second, third, tail]
    return between.join(part for part in parts if part)


def left(text: str, lang: str) -> list[str]:
    """The lines that remain, in plain typography."""
    return [line.strip() for line in mask(text, noise(text, lang)).splitlines() if line.strip()]


HEAD = [
    ("fr", "Par Maud Lestienne", "byline"),
    ("fr", "Par Maud Lestienne et Karim Haddad", "byline"),
    ("fr", "Maud Lestienne avec AFP", "byline"),
    ("fr", "Par Maud Lestienne, envoyée spéciale à Toulouse", "byline"),
    ("fr", "Par la rédaction", "byline"),
    ("fr", "Le 4 mars 2024 à 8h05", "date"),
    ("fr", "Publié le 04/03/2024 à 08:05 – Mis à jour le 05/03/2024 à 10:00", "date"),
    ("fr", "Publié le lundi 4 mars 2024 · Modifié le 5 mars 2024", "date"),
    ("fr", "Posté par Maud L. le 4 mars 2024, 8:05 – Tags : #espace #rachat", "date"),
    ("fr", "Maud Lestienne | 4 mars 2024 | 3 min de lecture | 12 commentaires", "reading"),
    ("fr", "Mis à jour il y a 3 heures", "update"),
    ("fr", "Temps de lecture : 4 minutes", "reading"),
    ("fr", "Lecture 3 min. | 2 318 vues", "reading"),
    ("fr", "Accueil > Économie > Espace", "navigation"),
    ("fr", "Actualités › Entreprises › Spatial", "navigation"),
    ("fr", "Tech | Espace | Start-up", "navigation"),
    ("fr", "Article réservé aux abonnés", "paywall"),
    ("fr", "♥ 48 🔖 Enregistrer ➤ Partager", "share"),
    ("fr", "Partager sur Facebook  Partager sur X  Copier le lien", "share"),
    ("fr", "Facebook X LinkedIn WhatsApp", "share"),
    ("fr", "Nous utilisons des cookies pour mesurer l’audience du site. [Tout accepter] [Gérer mes choix]", "cookie"),
    ("fr", "Tout accepter\n\nContinuer sans accepter", "cookie"),
    ("fr", "Les locaux de Nébula, à Lyon. © Jean Vasseur / Agence Cliché", "credit"),
    ("fr", "Crédit photo : Nébula", "credit"),
    ("fr", "Un satellite de Kartoflex (photo d’illustration). Shutterstock / Vidok", "credit"),
    ("fr", "17", "navigation"),
    ("fr", "( AFP / JEAN VASSEUR )", "credit"),
    ("fr", "Le logo de Nébula à Lyon, en 2020 Jean VASSEUR AFP/Archives", "credit"),
    ("fr", "information fournie par AFP • 06/03/2024 à 12:41", "byline"),
    ("en", "By Rosa Whitlock", "byline"),
    ("en", "By Rosa Whitlock and Tim Abara", "byline"),
    ("en", "By Rosa Whitlock, technology correspondent", "byline"),
    ("en", "By our staff", "byline"),
    ("en", "Published: March 4, 2024 at 8:05 am EST", "date"),
    ("en", "March 4, 2024 8:05 AM GMT", "date"),
    ("en", "4 March 2024 | 3 min read", "reading"),
    ("en", "Rosa Whitlock · 4 March 2024 · 12 comments", "comments"),
    ("en", "Last updated 3 hours ago", "update"),
    ("en", "Home › Business › Space", "navigation"),
    ("en", "Share on Facebook Share on X Copy link", "share"),
    ("en", "Subscribers only – 5 min read", "paywall"),
    ("en", "We use cookies to understand how the site is used. Accept all | Manage preferences", "cookie"),
    ("en", "Nebula’s offices in Leeds. Photograph: Joan Vass/PA", "credit"),
    ("en", "Image credit: Nebula", "credit"),
    ("en", "Gazette News 3/4/2024", "date"),
    ("en", "Posted\nand last updated", "update"),
    ("en", "You are using an outdated browser. Please upgrade to see this page as it was meant.", "navigation"),
    ("en", "Listen to this article 04:12", "reading"),
]

TAIL = [
    ("fr", "Maud Lestienne"),
    ("fr", "M. L. avec AFP"),
    ("fr", "Propos recueillis par Maud Lestienne"),
    ("fr", "(Avec AFP)"),
    ("fr", "Lire aussi : Orbitalis, l’histoire d’un échec"),
    ("fr", "À lire aussi\nOrbitalis, l’histoire d’un échec\nLe satellite qui ne voulait pas tomber"),
    ("fr", "Articles similaires\n\nTrois fusées en un mois\n\nPourquoi l’Europe hésite encore ?"),
    ("fr", "Sur le même sujet – Espace : ce que dit la loi"),
    ("fr", "Les plus lus : 1. Météo 2. Horoscope"),
    ("fr", "Commentaires (3)\n\nzozo\nEncore un rachat… ça va mal finir pour les salariés.\nTintin69\n@zozo bien vu"),
    ("fr", "3 commentaires\nJean-Mi : Bravo Nébula !\nLea_du_31 : et l’emploi alors ?"),
    ("fr", "Laisser un commentaire\nVotre adresse e-mail ne sera pas publiée.\nNom *\nE-mail *"),
    ("fr", "Soyez le premier à réagir"),
    (
        "fr",
        "À propos de l’auteur\n\nMaud Lestienne suit l’industrie spatiale depuis dix ans. Elle a publié deux livres.",
    ),
    (
        "fr",
        "Maud Lestienne\n\nJournaliste depuis vingt ans, passionnée d’espace, je couvre pour vous les fusées, les "
        "satellites et tout ce qui vole plus haut que les avions de ligne.\n\nVoir tous ses articles",
    ),
    (
        "fr",
        "Maud Lestienne est journaliste au service Économie. Elle suit l’industrie spatiale et ses acteurs, des plus "
        "grands groupes aux jeunes pousses, et anime un podcast sur le sujet.",
    ),
    ("fr", "Recevez chaque matin notre newsletter gratuite\nVotre e-mail\nJe m’inscris"),
    ("fr", "Abonnez-vous à « Orbite », notre lettre du vendredi"),
    ("fr", "Suivez-nous sur Google News et ne ratez plus rien"),
    ("fr", "Il vous reste 62.5% de cet article à lire. La suite est réservée aux abonnés."),
    ("fr", "Déjà abonné ? Se connecter"),
    ("fr", "La lecture de cet article est réservée aux abonnés.\nConnectez-vous ou abonnez-vous pour y accéder."),
    ("fr", "Lire la suite sur Le Courrier"),
    ("fr", "Tags : espace, satellites, rachat"),
    ("fr", "#espace #satellites"),
    ("fr", "Partager cet article\nFacebook\nX\nLinkedIn"),
    ("fr", "Haut de page"),
    ("fr", "© 2024 Le Quotidien spatial. Tous droits réservés."),
    ("fr", "Contact presse : presse@nebula.example"),
    ("fr", "Cet article vous a plu ? Partagez-le !"),
    ("en", "Read more: Orbitalis, a story of failure"),
    ("en", "Related articles\nThree rockets in a month\nWhy is Europe still waiting?"),
    ("en", "Most read: 1. Weather 2. Horoscope"),
    ("en", "You may also like\n\nThree rockets in a month"),
    ("en", "3 comments\nzozo\nYet another takeover. Workers will pay for it, as ever.\nTin Tin\nWell said."),
    ("en", "Leave a comment\nYour email address will not be published. Required fields are marked *"),
    ("en", "Sign in to leave a comment"),
    ("en", "About the author\n\nRosa Whitlock has covered the space industry for ten years. She lives in Leeds."),
    (
        "en",
        "Rosa Whitlock is a senior reporter covering the space industry. Before that she was with the Leeds Gazette, "
        "where she won a prize for her work on fishing quotas.",
    ),
    ("en", "(Reporting by Rosa Whitlock; Editing by Tim Abara)"),
    ("en", "Reporting by Rosa Whitlock in Leeds; Editing by Tim Abara"),
    ("en", "Sign up for Orbit, our weekly newsletter\nEnter your email\nSubscribe"),
    ("en", "Get the day’s top stories delivered to your inbox"),
    ("en", "Follow us on Facebook and X"),
    ("en", "Want more? Follow Rosa Whitlock on Bluesky"),
    ("en", "To continue reading, subscribe from £1 a week"),
    ("en", "Already a subscriber? Log in"),
    ("en", "Topics: Nebula, Kartoflex, satellites"),
    ("en", "Share this article\nFacebook\nX\nLinkedIn"),
    ("en", "Copyright © 2024 The Space Gazette. All rights reserved."),
    ("en", "Media contact: press@nebula.example"),
    ("en", "This story was updated to add a comment from Orbitalis."),
    ("en", "Back to top"),
]

MIDDLE = [
    ("fr", "Lire aussi : Orbitalis, l’histoire d’un échec"),
    ("fr", "À lire aussi\nOrbitalis, l’histoire d’un échec"),
    ("fr", "[À VOIR AUSSI] « Le satellite qui ne voulait pas tomber »"),
    ("fr", "Publicité"),
    ("fr", "La suite après cette publicité"),
    ("fr", "À lire aussiTrois fusées en un mois : pourquoi l’Europe hésite"),
    ("fr", "à ne pas manquer  Comment choisir son satellite sans se ruiner"),
    ("fr", "Inscrivez-vous à notre newsletter pour ne rien manquer de l’actualité spatiale"),
    ("fr", "Marc Lebrun, patron d’Orbitalis, en mars. © Jean Vasseur / AFP"),
    ("en", "Read more: Orbitalis, a story of failure"),
    ("en", "Advertisement"),
    ("en", "MORE: Three rockets in a month"),
    ("en", "Read more news here on Gazette Online"),
    ("en", "Story continues below advertisement"),
    ("en", "Sign up for our newsletter to get the latest news on space"),
    ("en", "Mark Lebron, the boss of Orbitalis. Photo by Joan Vass/Getty Images"),
    ("en", "RELATED STORIES\nThree rockets in a month"),
]

BRACKETS = [
    ("fr", "PARIS, 4 mars 2024 (AFP) – ", "La France a tranché mardi en faveur de Nébula."),
    ("fr", "PARIS (AFP) - ", "La France a tranché mardi en faveur de Nébula."),
    ("fr", "New York (Reuters) – ", "Le patron de Nébula a tranché mardi."),
    ("fr", "LE CAIRE — ", "L’Égypte a tranché mardi en faveur de Nébula."),
    ("fr", "Bruxelles, le 4 mars 2024 – ", "La Commission a tranché en faveur de Nébula."),
    ("fr", "EXCLUSIF. ", "La France a tranché mardi en faveur de Nébula."),
    ("en", "LONDON, March 4 (Reuters) - ", "Britain came down on the side of Nebula on Tuesday."),
    ("en", "SAN FRANCISCO (AP) — ", "California came down on the side of Nebula on Tuesday."),
    ("en", "SALEM, Ore. — ", "Oregon came down on the side of Nebula on Tuesday."),
    ("en", "PORT LOUIS, 4 March 2024 – ", "Mauritius came down on the side of Nebula on Tuesday."),
    ("en", "WASHINGTON, March 4, 2024 /PRNewswire/ -- ", "Nebula came down on the side of Kartoflex on Tuesday."),
]

KEPT = [
    ("fr", "Le partage de données entre les deux groupes reste interdit."),
    ("fr", "Facebook, Twitter et WhatsApp ont été condamnés."),
    ("fr", "Facebook"),
    ("fr", "Les commentaires de Marc Lebrun ont surpris les marchés."),
    ("fr", "Trois commentaires du ministre ont été supprimés par X."),
    ("fr", "Lire la presse est devenu un luxe, déplore le syndicat."),
    ("fr", "À lire aussi vite, on finit par ne plus rien comprendre, soupire le chercheur."),
    ("fr", "Partager la valeur : tel est le mot d’ordre du gouvernement."),
    ("fr", "La newsletter de Mediapart compte désormais 200 000 abonnés."),
    ("fr", "Google utilise des cookies pour suivre les internautes, selon la Cnil."),
    ("fr", "« Nous utilisons des cookies comme tout le monde », se défend Google."),
    ("fr", "Les cookies publicitaires ont valu à Shein une amende record."),
    ("fr", "Abonnés en colère, régulateur muet : SFR traverse une mauvaise passe."),
    ("fr", "Publié en 2019, le rapport de la Cour des comptes avait fait grand bruit."),
    ("fr", "Publié le 4 mars 2024, le rapport de l’Arcom épingle TikTok."),
    ("fr", "Le 4 mars 2024, Nébula a racheté Kartoflex."),
    ("fr", "Le 7 août, il devait démissionner ; le 22, il était toujours en poste."),
    ("fr", "Mis à jour en janvier, le logiciel de Nébula équipe l’armée de terre."),
    ("fr", "Par ailleurs, Nébula a recruté l’ancien ministre Paul Vidal."),
    ("fr", "Par Toutatis, la Commission européenne n’a peur de rien."),
    ("fr", "Par décret, Emmanuel Macron a nommé Jeanne Kerouac à la tête de l’agence."),
    ("fr", "Journaliste au Monde, Maud Lestienne a été placée en garde à vue."),
    ("fr", "La rédaction de BFM TV s’est mise en grève mardi."),
    ("fr", "Accueil glacial pour Elon Musk à Bruxelles."),
    ("fr", "Contact rompu entre Paris et Alger."),
    ("fr", "Photo à l’appui, le député accuse Nébula d’espionnage."),
    ("fr", "Source de tensions, le rachat divise le conseil d’administration."),
    ("fr", "Suivre Donald Trump sur X relève du marathon."),
    ("fr", "X résiste malgré les polémiques"),
    ("fr", "Nous suivre partout : le rêve d’Amazon est devenu réalité."),
    ("fr", "Voir aussi loin que possible, telle est l’ambition du télescope de Nébula."),
    ("fr", "Tags haineux sur les murs du siège de Nébula : deux suspects arrêtés."),
    ("fr", "OpenAI - la maison mère de ChatGPT - a nommé un nouveau directeur financier."),
    ("fr", "SFR – Patrick Drahi dit non à 17 milliards."),
    ("fr", "Réagir vite : c’est ce que demande la Cnil à Meta."),
    ("fr", "1,3 milliard de « vues »"),
    ("fr", "22h31 – Kamala Harris reconnaît sa défaite devant ses partisans."),
    ("fr", "Connectez-vous à X et vous verrez Musk partout, ironise la sénatrice."),
    ("fr", "Que s’est-il passé ?"),
    ("fr", "Recevez-vous encore des ordres de Pékin ? a demandé le sénateur au patron de TikTok."),
    ("fr", "L’auteur de l’attaque, un ingénieur de Nébula, a été arrêté."),
    ("fr", "Copier la Chine ? L’Europe s’y refuse."),
    ("fr", "Vous le savez peut-être, Donald Trump a désormais un concurrent."),
    ("fr", "Soutenez Macron ou partez, a lancé le ministre."),
    ("fr", "Recevoir des menaces par mail est devenu banal, déplore la sénatrice."),
    ("fr", "Recevez-vous des lettres de menace ?"),
    ("fr", "Pour continuer à exister, Twitter doit trouver un milliard."),
    ("fr", "En cliquant sur le lien, un salarié d’Orange a ouvert la porte aux pirates."),
    ("fr", "L’article comporte plusieurs mesures contre Meta."),
    ("fr", "Capture d’écran à l’appui, le député accuse Meta de mentir."),
    ("fr", "Passionné de voile, Marc Lebrun dirige Orbitalis depuis dix ans."),
    ("fr", "Musk publie une photo : un chien au bureau"),
    ("fr", "Les réactions"),
    ("fr", "S’abonner à Netflix coûtera plus cher dès mars."),
    ("en", "Sharing data between the two companies is still banned."),
    ("en", "Facebook, Twitter and WhatsApp were all fined."),
    ("en", "Share prices fell after Facebook’s announcement."),
    ("en", "Comments by Mark Lebron spooked the markets."),
    ("en", "Three comments by the minister were removed by X."),
    ("en", "Read more closely, the letter is a threat to Ofcom."),
    ("en", "Read together, the two rulings spell trouble for Google."),
    ("en", "Related party transactions at Nebula are under review."),
    ("en", "Most read the letter as a declaration of war on Apple."),
    ("en", "By contrast, Nebula hired the former minister Paul Vidal."),
    ("en", "By Tuesday, Microsoft had hired Sam Altman."),
    ("en", "By Monday evening Sequoia Capital had sold its stake"),
    ("en", "Follow the money, said Elizabeth Warren, and you will find Meta."),
    ("en", "Subscribers to Netflix will pay more from March."),
    ("en", "Sign-ups for Threads have slowed, Meta said."),
    ("en", "Google uses cookies to follow people around the web, the regulator said."),
    ("en", "“We use cookies like everybody else,” Google said."),
    ("en", "Published in March, the report criticised TikTok."),
    ("en", "On March 4, 2024 Nebula bought Kartoflex."),
    ("en", "Updated software from Nebula equips the British army."),
    ("en", "Photo-sharing app Instagram was bought by Facebook in 2012."),
    ("en", "Home Office minister Damian Okafor met executives of Meta."),
    ("en", "Topics ranging from TikTok to Taiwan were on Biden’s agenda."),
    ("en", "Email was invented long before Facebook, Mr Cerf joked."),
    ("en", "Contact between Nebula and Orbitalis broke down in May."),
    ("en", "Live streaming of the trial was banned by the judge."),
    ("en", "Rosa Whitlock, a reporter for the Gazette, was arrested on Monday."),
    ("en", "IBM - the maker of mainframes - named a new finance chief."),
    ("en", "About the deal, Mr Lebron had nothing to say."),
    ("en", "Listen to Elon Musk and you would think that Twitter was bankrupt."),
    ("en", "Don’t miss the point: Apple is suing Ofcom."),
    ("en", "Join the army, Palmer Luckey told engineers at Meta."),
    ("en", "Save Twitter? Musk says that he can."),
    ("en", "Photograph in hand, the senator accused Nebula of spying."),
    ("en", "To read the full report is to despair, Ms Warren said."),
    ("en", "Unlock the iPhone, the FBI told Apple."),
    ("en", "By clicking on the link, staff at Sony let the hackers in."),
    ("en", "Images from Maxar show Russian tanks near Kyiv."),
    ("en", "She lives in Lausanne with her daughter."),
    ("en", "Evan Marsh was a reporter for the Gazette."),
    ("en", "Have the Russians read the minister’s inbox?"),
    ("en", "Mr Musk posts a picture: a dog at a desk"),
    ("en", "What do you think?"),
    ("en", "Support the bill or leave, the whip told Mr Brown."),
    ("en", "See you in court, Mr Musk wrote to OpenAI."),
    ("en", "Via a shell company, Nebula owns a third of Orbitalis."),
]


def masked(text: str, block: str, lang: str) -> str:
    """What of `block` is left in `text`, in one line."""
    start = text.index(block)
    return " ".join(mask(text, noise(text, lang))[start : start + len(block)].split())


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("lang", "block", "kind"), HEAD)
def test_the_head_of_a_page_is_noise_and_costs_nothing_else(lang, block, kind, between):
    text = page(lang, head=block, between=between)
    assert left(text, lang) == left(page(lang), lang)
    assert kind in {str(n.kind) for n in noise(text, lang)}


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("lang", "block"), TAIL)
def test_the_tail_of_a_page_is_noise_and_costs_nothing_else(lang, block, between):
    assert left(page(lang, tail=block, between=between), lang) == left(page(lang), lang)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(("lang", "block"), MIDDLE)
def test_what_stands_between_paragraphs_is_noise_and_costs_nothing_else(lang, block, between):
    assert left(page(lang, middle=block, between=between), lang) == left(page(lang), lang)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_article_without_noise_stays_as_it_is(lang):
    assert noise(page(lang), lang) == ()
    assert noise(page(lang)) == ()


@pytest.mark.parametrize(("lang", "bracket", "sentence"), BRACKETS)
def test_of_a_dateline_only_the_bracket_is_noise(lang, bracket, sentence):
    text = f"{bracket}{sentence}\n\n{BODY[lang]}"
    (found,) = noise(text, lang)
    assert text[found.start : found.end] == bracket
    assert found.kind in (Kind.DATELINE, Kind.NAVIGATION)


@pytest.mark.parametrize("where", ["head", "middle", "tail"])
@pytest.mark.parametrize(("lang", "sentence"), KEPT)
def test_sentences_that_sound_like_noise_stay(lang, sentence, where):
    text = page(lang, **{where: sentence})
    assert masked(text, sentence, lang) == " ".join(plain(sentence).split())
    assert masked(text, sentence, "") == " ".join(plain(sentence).split())


def test_all_noise_at_once():
    head = "\n".join(block for lang, block, _ in HEAD if lang == "fr")
    tail = "\n".join(block for lang, block in TAIL if lang == "fr")
    text = page("fr", head=head, tail=tail)
    assert left(text, "fr") == left(page("fr"), "fr")


def test_a_count_of_comments_above_the_article_does_not_cost_the_article():
    text = f"{TITLE['fr']}\n\n12 commentaires\n\n{LEAD['fr']}\n\n{BODY['fr']}"
    assert left(text, "fr") == left(page("fr"), "fr")


def test_a_comments_link_below_the_lead_does_not_cost_the_article():
    text = f"{TITLE['fr']}\n\n{LEAD['fr']}\n\nCommentaires (12)\n\n{BODY['fr']}"
    assert left(text, "fr") == left(page("fr"), "fr")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_long_comments_are_not_taken_for_the_article(lang):
    heading, remark = {
        "fr": (
            "Commentaires (9)",
            "Je ne vois pas pourquoi on s’étonne : tout le monde savait que ce rachat se ferait, et que personne "
            "ne ferait rien pour les salariés, comme toujours.",
        ),
        "en": (
            "9 comments",
            "I fail to see why anyone is surprised: we all knew that this takeover would go through, and that no "
            "one would lift a finger for the workers, as ever.",
        ),
    }[lang]
    thread = "\n".join(f"user{i}\n{remark}\n{remark}" if i % 2 else f"user{i}: {remark}" for i in range(9))
    assert left(page(lang, tail=f"{heading}\n{thread}"), lang) == left(page(lang), lang)


def test_a_comments_heading_in_the_midst_of_a_long_article_does_not_cost_the_rest():
    long = BODY["fr"] + "\n\n" + BODY["fr"].replace("Nébula", "Orbitalis")
    text = "\n\n".join([TITLE["fr"], BODY["fr"], LEAD["fr"], "Commentaires (12)", long, long.replace("Marc", "Luc")])
    assert "Commentaires (12)" not in left(text, "fr")
    assert len(left(text, "fr")) == 1 + 4 + 12


def test_a_list_of_links_ends_where_a_sentence_begins():
    text = page("fr", middle="À lire aussi\nTrois fusées\nUn satellite en trop\nMarc Lebrun a démissionné jeudi soir.")
    assert "Marc Lebrun a démissionné jeudi soir." in left(text, "fr")
    assert "Un satellite en trop" not in left(text, "fr")


def test_dates_as_headings_of_a_chronicle_stay():
    entries = ["4 mars 2024", BODY["fr"], "7 mars 2024", LEAD["fr"], "9 mars 2024", BODY["fr"]]
    text = "\n\n".join([TITLE["fr"], *entries])
    assert noise(text, "fr") == ()


def test_names_as_headings_of_portraits_stay():
    text = "\n\n".join([TITLE["fr"], LEAD["fr"], "Jeanne Kerouac", BODY["fr"], "Marc Lebrun", LEAD["fr"]])
    assert noise(text, "fr") == ()


def test_a_name_as_the_last_heading_stays():
    text = "\n\n".join([TITLE["fr"], BODY["fr"], "Marc Lebrun", LEAD["fr"]])
    assert noise(text, "fr") == ()


def test_the_paragraphs_of_a_hard_wrapped_text_are_one_block():
    wrapped = (
        "La directrice générale de Nébula a confirmé mardi la signature d’un\n"
        "partage des brevets avec les actionnaires de Kartoflex, au terme de\n"
        "longues négociations. Elle a remercié les équipes des deux groupes\n"
        "pour leur patience."
    )
    assert noise(f"Par Maud Lestienne\n\n{wrapped}\n\n{wrapped}", "fr") == (Noise(0, 18, Kind.BYLINE),)


def test_masking_keeps_offsets_and_lines_and_makes_typography_plain():
    text = "Par Maud Lestienne\n\nL’« affaire »\u00a0: “rien”…\r\n— dit‑on\u202f!"
    assert mask(text, [Noise(0, 18, Kind.BYLINE)]) == " " * 18 + '\n\nL\'« affaire » : "rien"…\r\n— dit-on !'
    assert mask("a\nb", [Noise(0, 3, Kind.TAGS)]) == " \n "


def test_an_unknown_language_is_an_error():
    with pytest.raises(ValueError, match=r"no lexicon de/boilerplate\.toml"):
        noise("Guten Tag", "de")


LINES = st.sampled_from(
    [block for _, block, _ in HEAD] + [block for _, block in TAIL] + [s for _, s in KEPT] + BODY["fr"].split("\n\n")
)
ANYTHING = st.text() | st.lists(LINES | st.text(max_size=30), max_size=12).map("\n".join)


@settings(deadline=None)
@given(text=ANYTHING, lang=st.sampled_from(["fr", "en", ""]))
def test_any_text_gives_spans_in_order_inside_it(text, lang):
    spans = noise(text, lang)
    ends = [0, *(x for span in spans for x in (span.start, span.end)), len(text)]
    assert ends == sorted(ends)
    assert all(text[span.start : span.end].strip() for span in spans)
    clean = mask(text, spans)
    assert len(clean) == len(text)
    assert [i for i, c in enumerate(clean) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert noise(text, lang) == spans


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "unit",
    ["Partager ", "a > ", "par A ", "Par Aa, ", "lire aussi ", "(", "© ", "- ", "A. ", "1 ", "\n",
     "Facebook\n", "Par Ab\n",
     "il y a ", "@a", "a@a.", "photo : a ", "Commentaires\n", "4 mars 2024, ", "PARIS, ", "PARIS ", "«",
     "www.a", "#a "],
)  # fmt: skip
def test_a_long_text_of_one_thing_takes_linear_time(unit, lang):
    text = unit * (300_000 // len(unit))
    begun = process_time()
    noise(text, lang)
    assert process_time() - begun < 5


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles in ../shared/articles are not here")
@pytest.mark.parametrize(
    ("name", "first", "last", "count"),
    [
        ("000_dc93a346fb549ab9", "Bug informatique", "Peut-être qu'aux GAFAM", 28),
        ("004_0cec7c83a17937a3", "L'affaire OpenAI", "Il faut croire que le réseau", 9),
    ],
)
def test_of_a_real_page_the_article_remains(name, first, last, count):
    lines = left((ARTICLES / f"{name}.txt").read_text(encoding="utf-8"), "fr")
    assert lines[0].startswith(first)
    assert lines[-1].startswith(last)
    assert len(lines) == count
