"""Pairs of names in two articles, in both languages: one thing, two, or for a person to decide."""

from itertools import permutations

import pytest

from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status
from liaisons.graph.resolution import Resolution, resolve

PERSON, COMPANY, PARTY, INSTITUTION, MEDIA = "Person", "Company", "Party", "Institution", "Media"
PRODUCT, PLACE, EVENT, LAW, WORK, ORGANIZATION = "Product", "Place", "Event", "Law", "Work", "Organization"

Thing = tuple[str, ...]
"""A type, a name, and other names."""


def article(ident: str, *things: Thing, lang: str = "fr", says: tuple[tuple[int, str, int], ...] = ()) -> ArticleGraph:
    """An article that names these things, in lines, and says of them what `says` has: (subject, relation, object)."""
    forms = [form for _, *names in things for form in names]
    text = "\n".join(forms)
    ends = [len("\n".join(forms[: i + 1])) for i in range(len(forms))]
    spans = [Span.of(text, end - len(form), end) for end, form in zip(ends, forms, strict=True)]
    rest = iter(spans)
    entities = tuple(
        Entity(f"e{i}", names[0], type_, tuple(Mention(ident, next(rest)) for _ in names))
        for i, (type_, *names) in enumerate(things)
    )
    whole = Span.of(text, 0, len(text))
    statements = tuple(
        Statement(f"e{s}", relation, f"e{o}", Status.ASSERTED, (Evidence(ident, whole, spans[0], spans[0], spans[0]),))
        for s, relation, o in says
    )
    return ArticleGraph(Article(ident, text, lang), entities, statements, ((0, len(text)),))


def verdict(found: Resolution) -> str:
    """What became of the first things of two articles."""
    one, other = found.entities["a", "e0"], found.entities["b", "e0"]
    if one == other:
        return "same"
    return "propose" if any({p.a, p.b} == {one.id, other.id} for p in found.proposals) else "different"


SAME = [
    # names of people
    (PERSON, "Ursula von der Leyen", "von der Leyen"),
    (PERSON, "Emmanuel Macron", "E. Macron"),
    (PERSON, "Jean-Luc Mélenchon", "J.-L. Mélenchon"),
    (PERSON, "Donald Trump", "Donald J. Trump"),
    (PERSON, "Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    (PERSON, "Volodymyr Zelensky", "Zelenski"),
    (PERSON, "Vladimir Poutine", "Vladimir Putin"),
    (PERSON, "Poutine", "Vladimir Putin"),
    (PERSON, "Vladimir Poutine", "Владимир Путин"),
    (PERSON, "Benyamin Nétanyahou", "Benjamin Netanyahu"),
    (PERSON, "Xi Jinping", "XI JINPING"),
    (PERSON, "Bachar al-Assad", "Bashar al-Assad"),
    (PERSON, "Bachar al-Assad", "Assad"),
    (PERSON, "Mohammed ben Salmane", "Mohammad bin Salman"),
    (PERSON, "Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    (PERSON, "Sergueï Lavrov", "Sergei Lavrov"),
    (PERSON, "Alexandre Loukachenko", "Alexander Lukashenko"),
    (PERSON, "Evgueni Prigojine", "Yevgeny Prigozhin"),
    (PERSON, "Abdel Fattah al-Sissi", "Abdel Fattah el-Sisi"),
    (PERSON, "Kim Jong-un", "Kim Jong Un"),
    (PERSON, "M. Paul Astier", "Paul Astier"),
    (PERSON, "Charles de Gaulle", "de Gaulle"),
    # companies and their legal forms
    (COMPANY, "Alphabet", "Alphabet Inc."),
    (COMPANY, "Atos", "Atos SE"),
    (COMPANY, "Nordavia", "la société Nordavia"),
    (COMPANY, "Nordavia", "le groupe Nordavia"),
    (COMPANY, "Volkswagen", "Volkswagen AG"),
    (COMPANY, "Foxconn", "Foxconn Ltd."),
    (COMPANY, "Walt Disney", "The Walt Disney Company"),
    (COMPANY, "Booking", "Booking.com"),
    (MEDIA, "New York Times", "The New York Times"),
    (COMPANY, "L’Oréal", "L'OREAL SA"),
    (COMPANY, "STMicroelectronics", "STMICROELECTRONICS NV"),
    # countries and other places
    (PLACE, "Russie", "Russia"),
    (PLACE, "Allemagne", "Germany"),
    (PLACE, "États-Unis", "United States"),
    (PLACE, "Etats-Unis", "USA"),
    (PLACE, "Royaume-Uni", "Britain"),
    (PLACE, "Côte d’Ivoire", "Ivory Coast"),
    (PLACE, "République démocratique du Congo", "DRC"),
    (PLACE, "Birmanie", "Myanmar"),
    (PLACE, "Pays-Bas", "Netherlands"),
    (PLACE, "Corée du Sud", "South Korea"),
    (PLACE, "Moscou", "Moscow"),
    (PLACE, "Pékin", "Beijing"),
    (PLACE, "Californie", "California"),
    # bodies
    (INSTITUTION, "Commission européenne", "European Commission"),
    (INSTITUTION, "Parlement européen", "European Parliament"),
    (INSTITUTION, "Union européenne", "EU"),
    (INSTITUTION, "ONU", "United Nations"),
    (INSTITUTION, "OTAN", "NATO"),
    (INSTITUTION, "Banque centrale européenne", "European Central Bank"),
    (INSTITUTION, "Cour suprême des États-Unis", "US Supreme Court"),
    (INSTITUTION, "Cour suprême américaine", "U.S. Supreme Court"),
    (INSTITUTION, "ministère de l’Économie", "Ministry of the Economy"),
    (INSTITUTION, "ministère russe de la Défense", "Russian Defence Ministry"),
    (INSTITUTION, "Maison Blanche", "White House"),
    (INSTITUTION, "Organisation mondiale de la santé", "World Health Organization"),
    (INSTITUTION, "université de Harvard", "Harvard University"),
    (PARTY, "Parti communiste chinois", "Chinese Communist Party"),
    (PARTY, "Rassemblement national", "National Rally"),
    # laws and events
    (LAW, "Règlement général sur la protection des données", "General Data Protection Regulation"),
    (LAW, "RGPD", "GDPR"),
    (EVENT, "présidentielle américaine de 2024", "2024 US presidential election"),
    (EVENT, "élections européennes de 2024", "2024 European elections"),
    (EVENT, "Jeux olympiques de 2024", "2024 Olympic Games"),
    (LAW, "DMA", "Digital Markets Act"),
    (LAW, "règlement sur les services numériques", "Digital Services Act"),
    (INSTITUTION, "commission des affaires étrangères du Sénat américain", "US Senate Foreign Committee"),
]

DIFFERENT = [
    (PERSON, "Emmanuel Macron", "Brigitte Macron"),
    (PERSON, "Emmanuel Roux", "Emmanuelle Roux"),
    (PERSON, "Michel Petit", "Michèle Petit"),
    (PERSON, "Daniel Faure", "Danielle Faure"),
    (PERSON, "Jean Martin", "Jean-Marc Martin"),
    (PERSON, "Marine Le Pen", "Marion Le Pen"),
    (PERSON, "Marc Dupont", "M. Durand"),
    (PERSON, "Emmanuel Macron", "B. Macron"),
    (COMPANY, "Orange", "Orange Bank"),
    (COMPANY, "X", "X Holdings"),
    (COMPANY, "SE", "SA"),
    (PRODUCT, "GPT-4", "GPT-5"),
    (PRODUCT, "iPhone 15", "iPhone 16"),
    (PLACE, "Niger", "Nigeria"),
    (PLACE, "Congo-Brazzaville", "RDC"),
    (PLACE, "Corée du Nord", "South Korea"),
    (PLACE, "Autriche", "Australia"),
    (INSTITUTION, "Conseil", "Ligue"),
    (INSTITUTION, "Sénat français", "US Senate"),
    (INSTITUTION, "ministère russe de la Défense", "ministère français de la Défense"),
    (INSTITUTION, "Conseil de l’Europe", "European Council"),
    (INSTITUTION, "Parlement européen", "Commission européenne"),
    (INSTITUTION, "ministère de l’Économie", "ministère de la Défense"),
    (EVENT, "présidentielle américaine de 2020", "2024 US presidential election"),
    (LAW, "Digital Markets Act", "Digital Services Act"),
    (LAW, "loi sur l’immigration", "Immigration Act"),
    (EVENT, "présidentielle de 2024", "2024 presidential election"),
]

PROPOSE = [
    (PERSON, "Volodymyr Zelensky", "Volodymyr Zelinski"),
    (PERSON, "Ismaïl Haniyeh", "Ismaïl Haniya"),
    (PERSON, "Park Joon-seo", "Joon-seo Park"),
    (PERSON, "Thierry Breton", "Thiery Brettan"),
    (PARTY, "Parti des Rivières", "PDR"),
    (INSTITUTION, "Commission européenne", "Commission"),
    (INSTITUTION, "US Senate", "Sénat"),
    (PLACE, "Islande", "Island"),
    (COMPANY, "STMicroelectronics", "STMicroelectronic"),
    (COMPANY, "Rheinmetall", "Rheinmetal"),
]

PAIRS = [
    *((*row, "same") for row in SAME),
    *((*row, "different") for row in DIFFERENT),
    *((*row, "propose") for row in PROPOSE),
]


@pytest.mark.parametrize(("type_", "a", "b", "expected"), PAIRS, ids=[f"{a} | {b}" for _, a, b, _ in PAIRS])
def test_pairs(type_, a, b, expected):
    one, other = article("a", (type_, a)), article("b", (type_, b), lang="en")
    assert verdict(resolve([one, other])) == expected
    assert verdict(resolve([article("a", (type_, b)), article("b", (type_, a))])) == expected


def test_all_pairs_at_once_make_no_others():
    """All these names in one graph: what is different stays so whatever else there is."""
    rows = [(type_, name) for type_, a, b in DIFFERENT for name in (a, b)]
    found = resolve(article(f"{i:03}", row) for i, row in enumerate(dict.fromkeys(rows))).entities
    named = {}
    for e in found.values():
        named.setdefault(e.id, set()).update(m.span.quote for m in e.mentions)
    for _, a, b in DIFFERENT:
        assert not any({a, b} <= names for names in named.values()), (a, b)


# --- what is around things tells them apart

DUPONT = (PERSON, "Jean Dupont")
APART_BY_PARTY = [
    article("a", DUPONT, (PARTY, "Parti des Rivières"), (PERSON, "Ana Ruiz"), says=((0, "member_of", 1),)),
    article("b", DUPONT, (PARTY, "Union des Plaines"), (PERSON, "Eva Vidal"), says=((0, "member_of", 1),)),
]
ONE_IN_TWO_LANGUAGES = [
    article("a", DUPONT, (PARTY, "Parti républicain"), says=((0, "member_of", 1),)),
    article("b", DUPONT, (PARTY, "Republican Party"), lang="en", says=((0, "member_of", 1),)),
]
CHANGED_PARTY = [
    article("a", DUPONT, (PARTY, "Parti des Rivières"), (PERSON, "Ana Ruiz"), says=((0, "member_of", 1),)),
    article("b", DUPONT, (PARTY, "Union des Plaines"), (PERSON, "Ana Ruiz"), says=((0, "member_of", 1),)),
]
CONSTITUENCIES = [
    article("a", DUPONT, (PLACE, "Yvelines"), says=((0, "represents", 1),)),
    article("b", DUPONT, (PLACE, "Texas"), says=((0, "represents", 1),)),
]
POSTS = [
    article("a", (PERSON, "Elon Musk"), (COMPANY, "Tesla"), says=((0, "leads", 1),)),
    article("b", (PERSON, "Elon Musk"), (COMPANY, "SpaceX"), says=((0, "leads", 1),)),
]
PARTY_AND_COMPANY = [
    article("a", (PARTY, "Renaissance"), (PERSON, "Ana Ruiz"), (PERSON, "Eva Vidal")),
    article("b", (COMPANY, "Renaissance"), (PERSON, "Tim Ott"), (COMPANY, "Nordavia")),
]
TYPES_DIFFER_AND_THE_REST_AGREES = [
    article("a", (COMPANY, "Instagram"), (PERSON, "Ana Ruiz"), (COMPANY, "Nordavia")),
    article("b", (WORK, "Instagram"), (PERSON, "Ana Ruiz"), (COMPANY, "Nordavia")),
]
PLACE_AND_BODY = [article("a", (PLACE, "Union africaine")), article("b", (INSTITUTION, "Union africaine"))]
COMMISSION = [
    article("a", (INSTITUTION, "Commission européenne"), *[(PERSON, f"Ana Ruiz{c}") for c in "bcdef"]),
    article("b", (INSTITUTION, "Commission"), *[(PERSON, f"Ana Ruiz{c}") for c in "bcdef"]),
]
MINISTRIES = [
    article("a", (INSTITUTION, "ministère de la Défense"), (PLACE, "Allemagne")),
    article("b", (INSTITUTION, "Ministry of Defence"), (PLACE, "Nigeria"), lang="en"),
]
ACRONYM = [
    article("a", (INSTITUTION, "Agence des Rivières"), (PERSON, "Ana Ruiz"), (COMPANY, "Nordavia")),
    article("b", (INSTITUTION, "AR"), (PERSON, "Ana Ruiz"), (COMPANY, "Nordavia")),
]

AROUND = [
    ("homonyms of two parties", APART_BY_PARTY, "propose"),
    ("one party in two languages", ONE_IN_TWO_LANGUAGES, "same"),
    ("two parties, but the same people around", CHANGED_PARTY, "same"),
    ("homonyms of two constituencies", CONSTITUENCIES, "propose"),
    ("two posts", POSTS, "same"),
    ("a party and a company of one name", PARTY_AND_COMPANY, "propose"),
    ("types differ and the rest agrees", TYPES_DIFFER_AND_THE_REST_AGREES, "same"),
    ("a long name is a place here and a body there", PLACE_AND_BODY, "same"),
    ("a short name of a body, in the same company", COMMISSION, "same"),
    ("ministries of two countries", MINISTRIES, "propose"),
    ("an acronym that nobody explains, in the same company", ACRONYM, "same"),
]


@pytest.mark.parametrize(("graphs", "expected"), [row[1:] for row in AROUND], ids=[row[0] for row in AROUND])
def test_what_is_around(graphs, expected):
    assert verdict(resolve(graphs)) == verdict(resolve(graphs[::-1])) == expected


def test_bodies_of_several_countries_are_nobody_elses():
    """ "Senate" in articles on two countries is not the French Sénat, nor the only one that a country owns."""
    graphs = [
        article("a", (INSTITUTION, "Sénat"), (PLACE, "France")),
        article("b", (INSTITUTION, "Senate"), (PLACE, "Nigeria"), lang="en"),
        article("c", (INSTITUTION, "Senate"), (PLACE, "Canada"), lang="en"),
    ]
    assert verdict(resolve(graphs)) == "propose"
    owned = [article("a", (INSTITUTION, "Sénat nigérian")), *graphs[1:]]
    assert verdict(resolve(owned)) == "propose"


def test_a_surname_goes_to_whom_it_appears_with():
    found = resolve(
        [
            article("a", (PERSON, "Macron"), (PERSON, "Ana Ruiz"), (COMPANY, "Nordavia")),
            article("b", (PERSON, "Emmanuel Macron"), (PERSON, "Ana Ruiz"), (COMPANY, "Nordavia")),
            article("c", (PERSON, "Brigitte Macron"), (PERSON, "Eva Vidal")),
        ]
    )
    assert found.entities["a", "e0"] == found.entities["b", "e0"] != found.entities["c", "e0"]
    (link,) = [link for link in found.links if link.rule == "surname"]
    assert (link.names, link.note) == (("Macron", "Emmanuel Macron"), "2 things around both; the next has 0")


def test_a_surname_of_two_is_proposed_to_both():
    found = resolve(
        [article("a", (PERSON, "Macron")), article("b", (PERSON, "Emmanuel Macron"), (PERSON, "Brigitte Macron"))]
    )
    assert [(p.a, p.b) for p in found.proposals] == [
        ("human/brigitte-macron", "human/macron"),
        ("human/emmanuel-macron", "human/macron"),
    ]
    assert found.proposals[0].reasons == ("“Macron” may be any of 2",)


def test_a_surname_that_its_article_completes_is_nobody_elses():
    graphs = [article("a", (PERSON, "Macron", "Brigitte Macron")), article("b", (PERSON, "Emmanuel Macron"))]
    assert verdict(resolve(graphs)) == "different"


def test_names_that_sound_alike_in_one_article_are_two():
    found = resolve([article("a", (PERSON, "Ana Ruiz"), (PERSON, "Anna Ruiz")), article("b", (PERSON, "Anna Ruiz"))])
    assert found.entities["a", "e0"] != found.entities["a", "e1"] == found.entities["b", "e0"]


def test_initials_of_two_stay_apart():
    found = resolve(article(i, (PERSON, n)) for i, n in zip("abc", ("J. Ruiz", "Juan Ruiz", "Julia Ruiz"), strict=True))
    assert len({e.id for e in found.entities.values()}) == 3


def test_middle_initials_of_two_stay_apart():
    names = ("George Bush", "George W. Bush", "George H. W. Bush")
    found = resolve(article(i, (PERSON, n)) for i, n in zip("abc", names, strict=True))
    assert len({e.id for e in found.entities.values()}) == 3


def test_why_leads_from_one_name_to_the_other():
    graph = KnowledgeGraph(
        [
            article("a", (COMPANY, "X", "Twitter")),
            article("b", (COMPANY, "Twitter"), lang="en"),
            article("c", (COMPANY, "X Inc.")),
        ]
    )
    links = graph.why("Twitter", "X Inc.")
    assert links is not None
    assert [(link.rule, link.names) for link in links] == [("form", ("X", "X Inc."))]
    assert str(links[0]) == "“X” and “X Inc.”: one name, but for an article or a legal form"
    assert graph.why("X", "Twitter") == ()


def test_more_articles_change_no_ids():
    first = [article("m", (PERSON, "Elon Musk")), article("n", (PLACE, "Russie"))]
    before = resolve(first).entities
    more = [article("a", (PERSON, "Musk"), lang="en"), article("z", (PLACE, "Russia"), (PERSON, "Tim Ott"))]
    after = resolve([*first, *more]).entities
    assert {e.id for e in before.values()} == {"human/elon-musk", "location/russie"}
    assert after["m", "e0"].id == after["a", "e0"].id == "human/elon-musk"


@pytest.mark.parametrize("graphs", [APART_BY_PARTY, COMMISSION, MINISTRIES, PARTY_AND_COMPANY], ids="pcmr")
def test_the_order_of_articles_has_no_say(graphs):
    assert len({repr(resolve(order)) for order in permutations(graphs)}) == 1
