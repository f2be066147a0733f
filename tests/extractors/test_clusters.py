"""Which names are one thing, and of what type."""

import re

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.extractors.annotations import Name
from liaisons.extractors.clusters import clusters, is_acronym

BLANK = {lang: spacy.blank(lang) for lang in ("fr", "en")}
NAMED = re.compile(r"\[([^\]]+)\]\(([A-Z][a-z]+)(?::([\d.]+))?\)")


def read(lang, text):
    """The doc of a text in which `[words](Type:weight)` is a name with one vote (of weight 9 unless given)."""
    doc = BLANK[lang].make_doc(NAMED.sub(r"\1", text))
    names, shift = [], 0
    for found in NAMED.finditer(text):
        start = found.start() - shift
        span = doc.char_span(start, start + len(found[1]), alignment_mode="expand")
        names.append(Name(span.start, span.end, {found[2]: float(found[3] or 9)}))
        shift += len(found[0]) - len(found[1])
    doc._.clusters = clusters(doc, names)
    return doc


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # one form, whatever its spelling
        ("fr", "[Élan](Company) et [ELAN](Company)", ["Élan Company: Élan, ELAN"]),
        ("en", "[Kart](Company) and [Leeds](Place)", ["Kart Company: Kart", "Leeds Place: Leeds"]),
        # a surname and the only full name that it can be part of, before or after it
        ("fr", "[Ada Morel](Person), [Morel](Person)", ["Ada Morel Person: Ada Morel, Morel"]),
        ("en", "[Morel](Person), [Ada Morel](Person)", ["Ada Morel Person: Morel, Ada Morel"]),
        ("fr", "[Ada](Person), [Ada Morel](Person)", ["Ada Morel Person: Ada, Ada Morel"]),
        (
            "en",
            "[Ada](Person), [Ada Morel](Person), [Ada Blanc](Person)",
            ["Ada Person: Ada", "Ada Morel Person: Ada Morel", "Ada Blanc Person: Ada Blanc"],
        ),
        (
            "fr",
            "[Ada Morel](Person), [Luc Morel](Person), [Morel](Person)",
            ["Ada Morel Person: Ada Morel", "Luc Morel Person: Luc Morel", "Morel Person: Morel"],
        ),
        # a body by its first word, once its full name was given, or before where that name is complete
        (
            "fr",
            "[Commission](Institution), [Commission européenne](Institution)",
            ["Commission européenne Institution: Commission, Commission européenne"],
        ),
        (
            "fr",
            "[Commission](Institution), [Commission nationale](Institution)",
            ["Commission Institution: Commission", "Commission nationale Institution: Commission nationale"],
        ),
        (
            "fr",
            "[Parlement](Institution), [Parlement européen](Institution)",
            ["Parlement Institution: Parlement", "Parlement européen Institution: Parlement européen"],
        ),
        (
            "fr",
            "[Cour](Institution), [Cour suprême](Institution), [Cour des comptes](Institution)",
            [
                "Cour Institution: Cour",
                "Cour suprême Institution: Cour suprême",
                "Cour des comptes Institution: Cour des comptes",
            ],
        ),
        # an acronym and the only full name that has its letters; names of one country; a town's namesake
        (
            "en",
            "[River and Lake Commission](Institution), [RLC](Company)",
            ["River and Lake Commission Institution: River and Lake Commission, RLC"],
        ),
        ("en", "[Britain](Place), [UK](Place)", ["Britain Place: Britain, UK"]),
        ("en", "[Redlands Motors](Company), [Redlands](Place)", ["Redlands Motors Company: Redlands Motors, Redlands"]),
        (
            "en",
            "[France Motors](Company), [France](Place)",
            ["France Motors Company: France Motors", "France Place: France"],
        ),
        ("fr", "[Marine Le Bec](Person), [Le Bec](Person)", ["Marine Le Bec Person: Marine Le Bec, Le Bec"]),
        # an organisation is shortened after its full name
        ("en", "[Kart Motors](Company), [Kart](Company)", ["Kart Motors Company: Kart Motors, Kart"]),
        ("en", "[Kart](Company), [Kart Motors](Company)", ["Kart Company: Kart", "Kart Motors Company: Kart Motors"]),
        ("en", "[Leeds United](Company), [Leeds](Place)", ["Leeds United Company: Leeds United", "Leeds Place: Leeds"]),
        (
            "en",
            "[Kart Motors](Company), [Kart Games](Company), [Kart](Company)",
            ["Kart Motors Company: Kart Motors", "Kart Games Company: Kart Games", "Kart Company: Kart"],
        ),
        ("en", "[X Corp](Company), [X](Company)", ["X Corp Company: X Corp", "X Company: X"]),
        # former names
        ("fr", "[Kart](Company) (ex- [Velo](Company))", ["Kart Company: Kart, Velo"]),
        ("fr", "[Kart](Company), anciennement [Velo](Company)", ["Kart Company: Kart, Velo"]),
        ("en", "[Kart](Company) (formerly [Velo](Company))", ["Kart Company: Kart, Velo"]),
        ("en", "[Kart](Company), formerly [Velo](Company)", ["Kart Company: Kart, Velo"]),
        ("en", "[Kart](Company), then [Velo](Company)", ["Kart Company: Kart", "Velo Company: Velo"]),
        ("en", "[Kart](Company) formerly ran [Velo](Company)", ["Kart Company: Kart", "Velo Company: Velo"]),
        # acronyms, either way round
        (
            "fr",
            "la [Commission de Régulation](Institution) ([CR](Institution)). [CR](Institution)",
            ["Commission de Régulation Institution: Commission de Régulation, CR, CR"],
        ),
        ("en", "the [RA](Institution) ([Rail Agency](Institution))", ["Rail Agency Institution: RA, Rail Agency"]),
        (
            "en",
            "[Rail Agency](Institution) ([Leeds](Place))",
            ["Rail Agency Institution: Rail Agency", "Leeds Place: Leeds"],
        ),
        (
            "en",
            "[Rail Agency](Institution) and [RA](Institution)",
            ["Rail Agency Institution: Rail Agency", "RA Institution: RA"],
        ),
        # slips in a surname of six letters or more
        ("fr", "[Ada Moreland](Person), [Ada Morelland](Person)", ["Ada Moreland Person: Ada Moreland, Ada Morelland"]),
        (
            "fr",
            "[Ada Morel](Person), [Ada Morell](Person)",
            ["Ada Morel Person: Ada Morel", "Ada Morell Person: Ada Morell"],
        ),
        (
            "fr",
            "[Ada Moreland](Person), [Eda Moreland](Person)",
            ["Ada Moreland Person: Ada Moreland", "Eda Moreland Person: Eda Moreland"],
        ),
        # the fullest name; of several in one word the first, of several in more the most frequent
        (
            "fr",
            "[M Morel](Person) [Ada Morel](Person) [Ada Morel](Person) [Morel](Person)",
            ["M Morel Person: M Morel", "Ada Morel Person: Ada Morel, Ada Morel", "Morel Person: Morel"],
        ),
        # … but a firm's own name, where an article also says for which place somebody runs it
        (
            "fr",
            "chez [Kart](Company) et [Kart pour l’Europe](Company)",
            ["Kart Company: Kart, Kart pour l’Europe"],
        ),
        (
            "fr",
            "de [Kart pour l'Afrique](Company), [Kart](Company)",
            ["Kart Company: Kart pour l'Afrique, Kart"],
        ),
        (
            "en",
            "of [Kart Motors for Europe](Company), [Kart Motors](Company)",
            ["Kart Motors Company: Kart Motors for Europe, Kart Motors"],
        ),
        ("en", "of [Kart in Germany](Company), [Kart](Company)", ["Kart Company: Kart in Germany, Kart"]),
        ("en", "of [Kart for Europe](Company)", ["Kart for Europe Company: Kart for Europe"]),
        ("fr", "[Kart France](Company) de [Kart](Company)", ["Kart France Company: Kart France, Kart"]),
        (
            "en",
            "[Kart for Change](Company), [Kart](Company)",
            ["Kart for Change Company: Kart for Change, Kart"],
        ),
        (
            "en",
            "of [Alliance for Europe](Organization), [Alliance](Organization)",
            ["Alliance for Europe Organization: Alliance for Europe, Alliance"],
        ),
        # a thing has one type: the votes of all its mentions
        ("en", "[Kart](Company:1) [Kart](Product:2) [Kart](Company:3)", ["Kart Company: Kart, Kart, Kart"]),
        ("en", "[Ada Morel](Company:1), [Morel](Person:4)", ["Ada Morel Person: Ada Morel, Morel"]),
        # a lone word that only the model takes for a person is a brand
        ("en", "[Kart](Person:2)", ["Kart Company: Kart"]),
        ("en", "[Kart](Person:6)", ["Kart Person: Kart"]),
        ("en", "[Ada Morel](Person:2)", ["Ada Morel Person: Ada Morel"]),
        # … and one that takes up the last word of a name makes that a person
        ("en", "[Ada Morel](Company:1.5), [Morel](Company:1.5)", ["Ada Morel Company: Ada Morel, Morel"]),
        ("en", "[Ada Morel](Company:1.5), [Morel](Person:2)", ["Ada Morel Person: Ada Morel, Morel"]),
    ],
)
def test_what_is_one_thing(grouped, lang, text, expected):
    assert grouped(read(lang, text)) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the [Alliance for Europe](Company), the [Alliance](Company)"),
        ("fr", "l’[Alliance pour l’Europe](Company), l’[Alliance](Company)"),
        ("fr", "La [Coalition pour la France](Company), cette [Coalition](Company)"),
    ],
)
def test_an_association_keeps_its_place_behind_an_article(grouped, lang, text):
    assert len({found.partition(" Company")[0] for found in grouped(read(lang, text))} - {"Alliance", "Coalition"}) == 1


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("CR", "Commission de Régulation", True),
        ("ÉRA", "École de Recherche Appliquée", True),
        ("R.A.", "Rail Agency", True),
        ("AR", "Rail Agency", False),
        ("R", "Rail Agency", False),
        ("Rail Agency", "Rail Agency", False),
        ("", "Rail Agency", False),
        ("CR", "", False),
    ],
)
def test_acronyms(short, long, expected):
    assert is_acronym(short, long) is expected


WORDS = ["Ada", "Morel", "Kart", "Motors", "KM", "Le", "!"]
TYPES = ["Person", "Company", "Place", "Law"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.sampled_from([*TYPES, ""])), max_size=8
    )
)
def test_every_name_is_in_one_cluster(parts):
    doc = BLANK["fr"].make_doc(" , ".join(" ".join(words) for words, _ in parts))
    names, start = [], 0
    for words, type_ in parts:
        names.append(Name(start, start + len(words), {type_: 2.0} if type_ else {}))
        start += len(words) + 1
    found = clusters(doc, names)
    assert sorted((m.start, m.end) for c in found for m in c.mentions) == [(n.start, n.end) for n in names]
    assert [c.mentions[0].start for c in found] == sorted(c.mentions[0].start for c in found)
    assert all(c.name in {doc[m.start : m.end].text for m in c.mentions} for c in found)
