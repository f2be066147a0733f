"""Which words name something, and what each occurrence says of the type."""

import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from liaisons.extractors.mentions import mentions
from liaisons.extractors.sentences import sentences
from liaisons.extractors.shapes import MAX_TOKENS

BLANK = {lang: spacy.blank(lang) for lang in ("fr", "en")}
MARKED = re.compile(r"\[([^\]]+)\]\((\w+)\)")


def read(lang: str, text: str, noise: str = "") -> Doc:
    """The doc of a text in which `[words](LABEL)` is what the model takes for a name."""
    plain = MARKED.sub(r"\1", text)
    doc = sentences(BLANK[lang].make_doc(plain))
    spans, shift = [], 0
    for found in MARKED.finditer(text):
        start = found.start() - shift
        spans.append(doc.char_span(start, start + len(found[1]), label=found[2], alignment_mode="expand"))
        shift += len(found[0]) - len(found[1])
    doc.ents = spans
    doc._.noise = ((plain.index(noise), plain.index(noise) + len(noise)),) if noise else ()
    return mentions(doc)


def names(doc: Doc) -> list[str]:
    return [doc[n.start : n.end].text + "?" * n.doubt for n in doc._.names]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # the model's spans, and runs of capitals that it missed
        ("fr", "Hier [Nordavia](ORG) rachète [Quantelle](PER).", ["Nordavia", "Quantelle"]),
        ("en", "Today [Nordavia](ORG) buys [Quantelle](PERSON).", ["Nordavia", "Quantelle"]),
        ("fr", "On sait que Nordavia Presse rachète xKart.", ["Nordavia Presse", "xKart"]),
        ("en", "We know that Nordavia Press buys xKart.", ["Nordavia Press", "xKart"]),
        ("fr", "Les ventes de [Kart](ORG) Lite montent.", ["Kart Lite"]),
        ("en", "The sales of [Kart](ORG) Lite rise.", ["Kart Lite"]),
        # … but no name goes on after a person or a place
        ("fr", "À [Lyon](LOC) Nordavia recrute.", ["Lyon", "Nordavia"]),
        # an owner and what it owns are two names, where the model takes them for a person
        ("en", "They fear [Nordavia’s Kart](PERSON) now.", ["Nordavia", "Kart"]),
        ("en", "They fear [Moody’s Analytics](ORG) now.", ["Moody’s Analytics"]),
        # a letter with its former name, and where the sentence opens with it afterwards
        ("en", "Now X (formerly Kart) grows. X sued Nordavia.", ["X", "Kart", "X", "Nordavia"]),
        ("fr", "On voit X (anciennement Kart) ici.", ["X", "Kart"]),
        # articles, titles, posts and common words at the ends
        ("fr", "Il appelle [M. Paul Astier](PER).", ["Paul Astier"]),
        ("fr", "Il appelle [la ministre Ada Morel](PER).", ["Ada Morel"]),
        ("fr", "Il appelle le [PDG Paul Astier](PER).", ["Paul Astier"]),
        ("fr", "Il cite [Paul Astier de](PER) loin.", ["Paul Astier"]),
        ("en", "He calls [Mr. Paul Astier](PERSON).", ["Paul Astier"]),
        ("en", "He calls [President Ada Morel](PERSON).", ["Ada Morel"]),
        ("en", "He sees [the Nordavia](ORG) tower.", ["Nordavia"]),
        ("en", "He sees [Nordavia's](ORG) tower.", ["Nordavia"]),
        ("fr", "Il cite [Le Chat et concurrence Nordavia](ORG) ici.", ["Le Chat", "Nordavia"]),
        # the article of a country is no part of its name, that of a city is
        ("fr", "[La Chine](LOC) proteste.", ["Chine"]),
        ("fr", "[La Corée du Sud](LOC) proteste.", ["Corée du Sud"]),
        ("fr", "[Le Havre](LOC) proteste.", ["Le Havre"]),
        # one letter that everybody knows is a name behind a word that shows it
        ("fr", "Il écrit sur X, où on le lit.", ["X"]),
        ("fr", "Le plan X et les rayons X partent.", []),
        ("en", "He wrote on X, formerly Kart.", ["X", "Kart"]),
        ("en", "The X-ray and the X chromosome.", []),
        # a name does not cross a line or a sentence
        ("fr", "Il cite [Nordavia\nQuantelle](ORG) ici.", ["Nordavia", "Quantelle??"]),
        ("en", "He cites [Nordavia. Quantelle](ORG) here.", ["Nordavia", "Quantelle??"]),
        # two names that "and" joins, where one stands alone elsewhere
        ("fr", "Il cite [Nordavia et Quantelle](ORG), puis [Quantelle](ORG).", ["Nordavia", "Quantelle", "Quantelle"]),
        ("en", "He cites [Nordavia and Quantelle](ORG), then [Nordavia](ORG).", ["Nordavia", "Quantelle", "Nordavia"]),
        ("fr", "Il cite [Marne et Loire](ORG) ici.", ["Marne et Loire"]),
        # one word in parts, a version, parts of a person's name
        ("fr", "Il cite [Nordavia](ORG) 4, puis rien.", ["Nordavia 4"]),
        ("fr", "Il cite [Nordavia](ORG) 4 fois.", ["Nordavia"]),
        ("en", "He cites [Ursula](PERSON) von der [Linden](GPE) here.", ["Ursula von der Linden"]),
        ("en", "He cites [Hye](PERSON)-jin here.", ["Hye-jin"]),
        ("en", "He cites the [Accra](GPE)-born boss.", ["Accra"]),
        # peoples
        ("fr", "Il cite les Nordaves et des Quantes.", []),
        ("fr", "Il cite les [Quantelles](ORG) ici.", ["Quantelles"]),
        # what everybody knows is one name
        ("fr", "Il lit Le Canard enchaîné et l'AFP.", ["Le Canard enchaîné", "AFP"]),
        ("fr", "Il suit La France insoumise ici.", ["La France insoumise"]),
        # institutions by their form
        ("fr", "Selon le ministère de la Culture, rien.", ["ministère de la Culture"]),
        ("fr", "Selon la Commission européenne, rien.", ["Commission européenne"]),
        ("fr", "Selon la commission, rien.", []),
        ("en", "So says the Ministry of Culture today.", ["Ministry of Culture"]),
        ("en", "So says the committee today.", []),
        # no names
        ("fr", "Il vit lundi, le Président, à midi.", []),
        ("en", "He saw on Monday the Chairman at noon.", []),
        ("fr", "Il cite les Français et le Web.", []),
        ("en", "He cites the French and the Web.", []),
        ("fr", "LES VENTES MONTENT", []),
        ("en", "SALES ARE RISING", []),
        ("fr", "En 2024, il cite [2024](MISC) et […](MISC).", []),
        # a capital that may be the sentence's
        ("fr", "Nordavia recrute.", ["Nordavia??"]),
        ("fr", "Nordavia recrute. On attend Nordavia.", ["Nordavia", "Nordavia"]),
        ("en", "Nordavia hires. We await Nordavia.", ["Nordavia", "Nordavia"]),
        ("fr", "[Nordavia](ORG) recrute.", ["Nordavia?"]),
        ("en", "[Nordavia](ORG) hires.", ["Nordavia?"]),
        ("fr", "[Nordavia Presse](ORG) recrute.", ["Nordavia Presse"]),
        ("en", "[NordAvia](ORG) hires.", ["NordAvia"]),
    ],
)
def test_what_is_a_name(lang, text, expected):
    assert names(read(lang, text)) == expected


def test_the_noise_has_no_names():
    doc = read(
        "fr", "Hier Nordavia recrute. Lire aussi : Quantelle embauche. Et Orbitalis aussi.", "Lire aussi : Quantelle"
    )
    assert names(doc) == ["Nordavia", "Orbitalis"]


def test_a_sentence_in_title_case_is_no_name():
    words = " ".join(["Kart"] * (MAX_TOKENS + 1))
    assert names(read("en", f"He cites [{words}](ORG) here.")) == []


@pytest.mark.parametrize(
    ("lang", "text", "type_"),
    [
        ("fr", "Hier, [Nordavia](ORG) recrute.", "Company"),
        ("en", "Today, [Nordavia](ORG) hires.", "Company"),
        ("fr", "Hier, [Ada Morel](PER) recrute.", "Person"),
        ("en", "Today, [Ada Morel](PERSON) hires.", "Person"),
        ("en", "Today, [Kart](PRODUCT) breaks.", "Product"),
        # a word inside
        ("fr", "On cite [Nordavia SA](PER) ici.", "Company"),
        ("en", "We cite [Nordavia Inc.](PERSON) here.", "Company"),
        ("fr", "On cite le [Parti des Rivières](ORG) ici.", "Party"),
        ("en", "We cite the [River Party](ORG) here.", "Party"),
        # a noun before, with an adjective between or not
        ("fr", "On cite le groupe [Nordavia](PER) ici.", "Company"),
        ("fr", "On cite le groupe lyonnais [Nordavia](PER) ici.", "Company"),
        ("en", "We cite the newspaper [Nordavia](ORG) here.", "Media"),
        ("fr", "On cite le groupe de [Ada Morel](PER) ici.", "Person"),
        ("en", "We cite the company of [Ada Morel](PERSON) here.", "Person"),
        ("fr", "On cite la loi [Morel](ORG) ici.", "Law"),
        ("en", "We cite the bill, [Ada Morel](PERSON) here.", "Person"),
        # a title, a description in apposition
        ("fr", "On cite M. [Nordavia](ORG) ici.", "Person"),
        ("en", "We cite Mr. [Nordavia](ORG) here.", "Person"),
        ("fr", "On cite [Nordavia](ORG), la milliardaire lyonnaise.", "Person"),
        ("fr", "On cite [Nordavia](PER), une entreprise lyonnaise.", "Company"),
        ("en", "We cite [Nordavia](PERSON), a startup from Leeds.", "Company"),
        # a country's name; a firm's preposition
        ("fr", "On va au [Pérou](ORG) demain.", "Place"),
        ("en", "We go to [Peru](ORG) tomorrow.", "Place"),
        ("fr", "On travaille chez [Nordavia](MISC) ici.", "Company"),
        # first names, initials, particles and hyphens of people, in many languages
        ("fr", "On cite [Aminata Kowalczyk](ORG) ici.", "Person"),
        ("fr", "On cite [Wei-Lu Tang](MISC) ici.", "Person"),
        ("fr", "On cite [Dmitri Vasnetsov](LOC) ici.", "Person"),
        ("fr", "On cite [Rajesh Thottathil](ORG) ici.", "Person"),
        ("fr", "On cite [Khalid bin Sulayem](ORG) ici.", "Person"),
        ("en", "We cite [Chukwuma Eze](ORG) here.", "Person"),
        ("en", "We cite [Hye-jin Okafor](ORG) here.", "Person"),
        ("en", "We cite [T. J. Brannock](ORG) here.", "Person"),
        ("en", "We cite [Bill Norwood](PERSON) here.", "Person"),
        # … and not of firms, media and places that begin with one
        ("fr", "On cite [Claude Motors](ORG) ici.", "Company"),
        ("fr", "On cite [France Nordavia](ORG) ici.", "Company"),
        ("en", "We cite the [Jackson Herald](ORG) here.", "Media"),
        ("en", "We go to [Palo Alto](PERSON) now.", "Place"),
        # a city of the lists confirms the model, or outweighs it
        ("fr", "On va à [Kinshasa](ORG) demain.", "Place"),
        ("fr", "On va à [Cupertino](LOC) demain.", "Place"),
        ("fr", "On cite [Toyota](ORG) ici.", "Company"),
        ("en", "We go to [Kampala](ORG) tomorrow.", "Place"),
        ("en", "The [Kampala](ORG)-based bank hires.", "Place"),
        # a place that no list knows: by its preposition
        ("fr", "On va à [Sarvignac](LOC) demain.", "Place"),
        ("fr", "Le maire de [Sarvignac](ORG) hésite.", "Place"),
        ("fr", "On aime [Nordavia](LOC) ici.", "Company"),
        # who governs whom
        ("fr", "Le président nigérian [Olusegun Nordavia](LOC) hésite.", "Person"),
        ("fr", "Le patron de [Nordavia](LOC) hésite.", "Company"),
        ("fr", "« Non », estime [Nordavia](MISC).", "Person"),
        # what everybody knows
        ("fr", "On cite la [Maison Blanche](LOC) ici.", "Institution"),
        ("fr", "On cite [Le Figaro](PER) ici.", "Media"),
        ("fr", "Le [RGPD](ORG) s'applique.", "Law"),
        ("en", "We cite the [White House](ORG) here.", "Institution"),
        ("en", "The [GDPR](ORG) holds.", "Law"),
        # what a copula says that it is, past a bracket
        ("fr", "[Nordavia](ORG) est une commune de montagne.", "Place"),
        ("fr", "[Marie Lune](PER) (titre original : Moon) est un film britannique.", "Work"),
        ("fr", "Le [Borbeau](ORG) est une rivière.", "Place"),
        ("fr", "[Marie Lune](PER) est une ancienne joueuse.", "Person"),
        ("en", "[Harrow Glen](PERSON) is a British film.", "Work"),
        ("en", "[Nordavia](ORG) was a small village in Kent.", "Place"),
        ("en", "[Anna Berg](PERSON) is a film director.", "Person"),
        ("en", "Today [Nordavia](ORG) is a leader in chips.", "Company"),
        # nothing speaks for a type
        ("fr", "On voit Nordavia ici.", "Company"),
        ("en", "We see Nordavia here.", "Company"),
    ],
)
def test_what_says_the_type(lang, text, type_):
    doc = read(lang, text)
    assert doc._.clusters[0].type == type_


@pytest.mark.parametrize(
    ("lang", "text", "type_"),
    [
        ("en", "He met [Okonkwo](ORG), 46, on Monday.", "Person"),
        ("en", "He met [Okonkwo](ORG), 46 times.", "Company"),
        ("fr", "Il voit [Okonkwo](ORG), 46 ans, lundi.", "Person"),
        ("fr", "Il voit [Okonkwo](ORG), 46 fois.", "Company"),
    ],
)
def test_only_people_have_an_age(lang, text, type_):
    assert [c.type for c in read(lang, text)._.clusters] == [type_]


def test_votes_are_weights_of_types_in_order():
    (name,) = read("fr", "On cite le groupe [Nordavia Motors](PER) ici.")._.names
    assert dict(name.votes) == {"Company": 12.0, "Person": 2.0}
    assert list(name.votes) == sorted(name.votes)


LABELS = ["PER", "PERSON", "ORG", "LOC", "GPE", "MISC", "PRODUCT", "CARDINAL"]
WORDS = [
    "Nordavia",
    "Ada",
    "Morel",
    "et",
    "and",
    "de",
    "of",
    ",",
    ".",
    "(",
    ")",
    "ex-",
    "\n",
    "le",
    "M.",
    "ministère",
    "1",
    "’s",
]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_text_with_any_entities(data):
    lang = data.draw(st.sampled_from(["fr", "en"]))
    text = data.draw(st.text() | st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
    doc = sentences(BLANK[lang].make_doc(text))
    if len(doc):
        places = st.tuples(st.integers(0, len(doc) - 1), st.integers(1, 6), st.sampled_from(LABELS))
        chosen = data.draw(st.lists(places, max_size=5))
        spans = [Span(doc, i, min(i + n, len(doc)), label) for i, n, label in chosen]
        doc.ents = [span for span in filter_spans(spans) if span.text.strip()]
    if data.draw(st.booleans()):
        doc._.noise = ((0, len(text) // 2),)
    mentions(doc)
    edge = doc._.noise[0][1] if doc._.noise else 0
    ends = [0]
    for name in doc._.names:
        assert ends[-1] <= name.start < name.end <= len(doc)
        assert doc[name.start].idx >= edge
        assert not any(t.is_space for t in doc[name.start : name.end])
        ends.append(name.end)
    assert sorted((n.start, n.end) for n in doc._.names) == sorted(
        (m.start, m.end) for c in doc._.clusters for m in c.mentions
    )


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "La Cnil inflige à [Kart 40](ORG) millions d'euros.", ["Cnil", "Kart"]),
        ("en", "The regulator fined [Kart 1.8](ORG) billion euros.", ["Kart"]),
        ("en", "He bought the [Kart 4](ORG) in May.", ["Kart 4"]),
    ],
)
def test_a_sum_behind_a_name_is_no_part_of_it(lang, text, expected):
    assert names(read(lang, text)) == expected


@pytest.mark.parametrize(
    ("lang", "text", "name", "type_"),
    [
        ("en", "He left [Kart](GPE), the fast-growing Swedish payments company, in May.", "Kart", "Company"),
        ("en", "He met [Kart](GPE), said the company.", "Kart", "Place"),  # the noun is not said of the name
        ("fr", "Il quitte [Kart](LOC), le jeune groupe suédois.", "Kart", "Company"),
        ("fr", "Il vit à [Kart](LOC), où le groupe recrute.", "Kart", "Place"),
    ],
)
def test_a_noun_behind_a_comma_tells_the_type(lang, text, name, type_):
    doc = read(lang, text)
    assert {c.type for c in doc._.clusters if c.name == name} == {type_}
