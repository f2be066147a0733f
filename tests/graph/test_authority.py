"""Authority files: what can be read, and what is said of what cannot."""

from pathlib import Path

import pytest

from liaisons.graph.authority import Known, parse, read, read_all
from liaisons.graph.errors import UserError

EXAMPLE = Path(__file__).parents[2] / "examples" / "known.csv"
IRI = "http://www.wikidata.org/entity/"

READ = [
    (
        "our own headers",
        ".csv",
        "id,type,name,name_fr,name_en,aliases,wikidata\nr1,Place,,Russie,Russia,URSS | RF,Q159\n",
        [Known("r1", "Place", (("fr", "Russie"), ("en", "Russia")), ("URSS", "RF"), "Q159")],
    ),
    (
        "a SPARQL result",
        ".csv",
        f"item,itemLabel,itemAltLabel,type\n{IRI}Q142,France,République française,Place\n",
        [Known("Q142", "Place", (("", "France"),), ("République française",), "Q142")],
    ),
    (
        "a SPARQL result with a line for each name",
        ".tsv",
        f"?item\t?itemLabel_fr\t?alias\t?type\n<{IRI}Q142>\tFrance\tRF\tPlace\n<{IRI}Q142>\tFrance\tGaule\tPlace\n".replace(
            "<", ""
        ).replace(">", ""),
        [Known("Q142", "Place", (("fr", "France"),), ("RF", "Gaule"), "Q142")],
    ),
    (
        "a project of OpenRefine",
        ".tsv",
        "Identifier\tLabel\tType\tWikidata ID\tNotes\n7\tNordavia\tcompany\twd:Q95\tx\n",
        [Known("7", "Company", (("", "Nordavia"),), (), "Q95")],
    ),
    (
        "a type in French, quoted cells, an empty line, a mark at the start",
        ".csv",
        '\ufeffid,type,name\n1,Entreprise,"Nordavia, SA"\n\n',
        [Known("1", "Company", (("", "Nordavia, SA"),))],
    ),
    (
        "JSON Lines",
        ".jsonl",
        '{"id": "https://example.org/n", "type": "Company", "name": {"fr": "Nordavia", "en": "Nordavia Air"}, '
        '"aliases": ["NVD", "Nord"], "wikidata": null}\n\n',
        [Known("https://example.org/n", "Company", (("fr", "Nordavia"), ("en", "Nordavia Air")), ("NVD", "Nord"))],
    ),
    (
        "a Wikidata number and no other id",
        ".csv",
        "wikidata,type,name\nhttps://www.wikidata.org/wiki/Q95,Company,Google\n",
        [Known("Q95", "Company", (("", "Google"),), (), "Q95")],
    ),
]


@pytest.mark.parametrize(("suffix", "text", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_what_can_be_read(suffix, text, expected):
    assert list(parse(text, f"known{suffix}", suffix)) == expected


def test_a_table_may_have_semicolons_and_french_headers():
    expected = parse("id,type,name,aliases\n1,Company,Nébula,Neb|Nebula SA\n", "known.csv", ".csv")
    assert parse("identifiant;type;nom;alias\n1;Entreprise;Nébula;Neb|Nebula SA\n", "known.csv", ".csv") == expected
    assert parse('nom;type;id\n"A, B, C";Company;1\n', "known.csv", ".csv")[0].names == (("", "A, B, C"),)


WRONG = [
    (".csv", "id,type\n1,Person\n", "known.csv: no column 'name'; there are id, type"),
    (".csv", "id,name\n1,Person\n", "known.csv: no column 'type'; there are id, name"),
    (".csv", "name,type\nX,Person\n", "known.csv: no column 'id' or 'wikidata'; there are name, type"),
    (".csv", "", "known.csv: no column 'name'; there are none"),
    (".csv", "id,type,name\n", "known.csv: no things in it"),
    (".csv", "id,type,name\n1,Person,X\n2,Persn,Y\n", "known.csv, line 3: no type 'Persn'; there are Person, Company,"),
    (".csv", "id,type,name\n1,,X\n", "known.csv, line 2: no type; there are Person, Company,"),
    (".csv", "id,type,name\n1,Person,\n", "known.csv, line 2: no name for 1"),
    (".csv", "id,type,name\n,Person,X\n", "known.csv, line 2: no id"),
    (".csv", "id,type,name\n1,Person,X,Y\n", "known.csv, line 2: 4 values under 3 headers"),
    (".csv", 'id,type,name\n1,Person,"X\n', "known.csv, line 2: not a readable table"),
    (".tsv", "id\ttype\tname\twikidata\n1\tPerson\tX\tP31\n", "known.tsv, line 2: 'P31' is no Wikidata identifier"),
    (
        ".csv",
        "id,type,name\n1,Person,X\n1,Company,X\n",
        "known.csv, line 3: 1 has another type or Wikidata id in line 2",
    ),
    (".jsonl", '{"id": 1,', "known.jsonl, line 1: not JSON"),
    (".jsonl", "[1]", "known.jsonl, line 1: not a JSON object"),
    (".jsonl", '{"id": 1, "type": "Person"}', "known.jsonl, line 1: no column 'name'"),
    (".xlsx", "", "known.xlsx: an authority file is called .csv, .tsv or .jsonl"),
]


@pytest.mark.parametrize(("suffix", "text", "message"), WRONG, ids=[row[2][6:40] for row in WRONG])
def test_what_cannot_be_read(suffix, text, message):
    with pytest.raises(UserError) as error:
        parse(text, f"known{suffix}", suffix)
    assert str(error.value).startswith(message)


def test_files(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        read(tmp_path / "none.csv")
    (tmp_path / "a.csv").write_bytes(b"id,type,name\n1,Person,\xe9\n")
    with pytest.raises(UserError, match=r"not UTF-8 \(byte 22\)"):
        read(tmp_path / "a.csv")
    (tmp_path / "a.csv").write_text("id,type,name_fr\n1,Place,Russie\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("id,type,name_en\n1,Place,Russia\n", encoding="utf-8")
    both = read_all([tmp_path / "b.csv", tmp_path / "a.csv"])
    assert both == (Known("1", "Place", (("fr", "Russie"), ("en", "Russia"))),)
    (tmp_path / "b.csv").write_text("id,type,name_en\n1,Company,Russia\n", encoding="utf-8")
    with pytest.raises(UserError, match="another type"):
        read_all([tmp_path / "a.csv", tmp_path / "b.csv"])


def test_the_example():
    known = {thing.id: thing for thing in read(EXAMPLE)}
    assert known["Q142"].names == (("fr", "France"), ("en", "France"))
    assert all(thing.wikidata == ident for ident, thing in known.items())
