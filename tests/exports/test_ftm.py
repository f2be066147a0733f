"""FollowTheMoney: valid for its own library, nothing in it that articles deny or only suppose."""

import json
from pathlib import Path

import pytest

from liaisons.exports import ftm
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Status
from liaisons.graph.ontology import ontology

from ..conftest import NAME, build

model = pytest.importorskip("followthemoney").model


def lines(graph: KnowledgeGraph, path: Path) -> list[ftm.Line]:
    ftm.write(graph, path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def valid(line: ftm.Line) -> None:
    """The schema takes it, the library keeps every value as it is, and what the schema requires is there."""
    schema = model.get(line["schema"])
    assert schema is not None
    assert not schema.abstract
    schema.validate(line)
    proxy = model.get_proxy(line, cleaned=False)
    assert proxy.id == line["id"]
    for name, values in line["properties"].items():
        kept = proxy.get(name)
        kind = schema.get(name).type
        for value in values:
            assert kind.validate(value), (name, value)
        if kind.name not in {"text", "name", "string"}:
            assert sorted(kept) == sorted(values)
        else:
            assert len(kept) == len(values)
    assert set(schema.required) <= set(line["properties"]) or schema.name == "Article"


def ends_exist(found: list[ftm.Line]) -> None:
    by_id = {line["id"]: line for line in found}
    assert len(by_id) == len(found)
    for line in found:
        schema = model.get(line["schema"])
        for name, values in line["properties"].items():
            prop = schema.get(name)
            if prop.type.name == "entity":
                assert all(model.get(by_id[v]["schema"]).is_a(prop.range) for v in values)


@pytest.mark.parametrize("name", ["sample_graph", "hostile_graph"])
def test_every_line_is_valid(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    found = lines(request.getfixturevalue(name), tmp_path / "f.json")
    for line in found:
        valid(line)
    ends_exist(found)


def one(found: list[ftm.Line], schema: str, **properties: str) -> ftm.Line:
    (line,) = (
        x
        for x in found
        if x["schema"] == schema and all(v in x["properties"].get(k, []) for k, v in properties.items())
    )
    return line


def test_links_of_the_sample(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    found = lines(sample_graph, tmp_path / "f.json")
    company = one(found, "Company", name="Nordavia")
    assert company["properties"]["alias"] == ["NVD"]
    deal = one(found, "Ownership")["properties"]
    assert (deal["owner"], deal["role"], deal["startDate"]) == ([company["id"]], ["acquired"], ["2024"])
    assert deal["sourceUrl"] == ["https://gazette.example/économie/nordavia?page=1#suite", "https://wire.example/7"]
    posts = [x["properties"] for x in found if x["schema"] == "Directorship"]
    assert sorted((p["role"], p.get("status")) for p in posts) == [
        (["boss"], ["ended"]),
        (["directrice générale"], None),
        (["leads"], None),
    ]
    suit = one(found, "UnknownLink", role="sued")["properties"]
    assert suit["date"] == ["2025"]
    assert suit["summary"] == ["Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025."]
    event = next(x["properties"] for x in found if x["schema"] == "Event" and "organizer" in x["properties"])
    assert event["organizer"] == [company["id"]]
    assert event["location"] == ["Lyon"]
    takeover = one(found, "Event", alias="rachat\u00a0: Nordavia, Quantelle (2024-03)")["properties"]
    assert takeover["name"] == ["takeover: Nordavia, Quantelle (2024-03)"]
    assert company["id"] in takeover["involved"]
    assert (takeover["date"], takeover["notes"]) == (["2024-03"], ["amount: 1200000000 EUR"])
    assert one(found, "Organization", topics="pol.party")["properties"]["name"] == ["Parti des Rivières"]


def test_what_is_denied_or_possible_is_in_no_line(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    text = "\n".join(
        json.dumps(line) for line in lines(sample_graph.only([Status.NEGATED, Status.UNCERTAIN]), tmp_path / "f.json")
    )
    assert not any(f'"{schema}"' in text for schema in ("Ownership", "Directorship", "UnknownLink", "Membership"))


def pair(relation: str, subject: str, object_: str, status: Status, when: str | None) -> ArticleGraph:
    """An article of one statement between two things of these types."""
    sentence = "Ada Un et Deux Bé."
    rest = {"when": when} if when else {}
    return build(
        Article("a", sentence, "fr", date="2024-05-02", url="https://x.example/a"),
        {"s": (subject, "Ada Un", ("Ada Un", NAME)), "o": (object_, "Deux Bé", ("Deux Bé", NAME))},
        [("s", relation, "o", status, sentence, "Ada Un", "et", "Deux Bé", rest)],
    )


CASES = [
    (r.name, s, o)
    for r in ontology().relations.values()
    for s in ftm.SCHEMATA
    for o in ftm.SCHEMATA
    if r.admits(ontology().types[s], ontology().types[o])
]


@pytest.mark.parametrize("status", [Status.ASSERTED, Status.ENDED])
def test_every_relation_between_every_two_schemata_is_valid(status: Status) -> None:
    for relation, subject, object_ in CASES:
        found = list(ftm.entities(KnowledgeGraph([pair(relation, subject, object_, status, "2023-04")])))
        for line in found:
            valid(line)
        ends_exist(found)
        things = [line for line in found if not line["properties"].get("recordId", [""])[0].startswith("happening/")]
        assert len(things) in {3, 4}, (relation, subject, object_)


@pytest.mark.parametrize(
    ("relation", "object_", "schema"),
    [
        ("leads", "Company", "Directorship"),
        ("works_for", "Institution", "Employment"),
        ("works_for", "Person", "UnknownLink"),
        ("member_of", "Party", "Membership"),
        ("family_of", "Person", "Family"),
        ("partner_of", "Person", "Associate"),
        ("partner_of", "Company", "UnknownLink"),
        ("owns", "Company", "Ownership"),
        ("owns", "Media", "UnknownLink"),
        ("accuses", "Person", "UnknownLink"),
    ],
)
def test_schemata_of_links(relation: str, object_: str, schema: str) -> None:
    *_, link = ftm.entities(KnowledgeGraph([pair(relation, "Person", object_, Status.ASSERTED, None)]))
    assert link["schema"] == schema


@pytest.mark.parametrize(
    ("relation", "status", "when", "dates"),
    [
        ("leads", Status.ENDED, "2023-04", {"endDate": ["2023-04"]}),
        ("leads", Status.ENDED, None, {}),
        ("leads", Status.ASSERTED, "2023-04", {"date": ["2023-04"]}),
        ("acquired", Status.ASSERTED, "2023-04", {"startDate": ["2023-04"]}),
    ],
)
def test_dates(relation: str, status: Status, when: str | None, dates: dict[str, list[str]]) -> None:
    *_, link = ftm.entities(KnowledgeGraph([pair(relation, "Person", "Company", status, when)]))
    assert {k: v for k, v in link["properties"].items() if k.endswith(("Date", "date"))} == dates


def test_ids_do_not_change() -> None:
    assert ftm.identifier("human/elon-musk") == "liaisons-627b172cffc3df37e2ee3a338434f11a879b1d11"
    assert ftm.identifier("a", "b") != ftm.identifier("ab")
