"""Events as nodes of networks: in networkx and in every format that has them, with the plain edges kept."""

import csv
import json
from pathlib import Path

import networkx
import pytest
from lxml import etree

from liaisons.exports import gexf, graphml, neo4j, nodelink
from liaisons.graph.errors import UserError
from liaisons.graph.example import example
from liaisons.graph.knowledge import KnowledgeGraph

from .test_networks import SCHEMAS

DEAL = "happening/acquired/group/nordavia/group/quantelle/2024-03"
GRAPHS = ["sample_graph", "hostile_graph", "empty"]


@pytest.fixture
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return KnowledgeGraph() if request.param == "empty" else request.getfixturevalue(request.param)


def roles(graph: KnowledgeGraph) -> int:
    return sum(len(event.roles()) for event in graph.events())


def nodes(graph: KnowledgeGraph) -> set[str]:
    return {*graph.entities, *graph.events_by_id}


def test_the_multigraph_has_events_and_plain_edges() -> None:
    network = example().to_networkx(events=True)
    plain = example().to_networkx()
    assert set(plain.edges(keys=True)) < set(network.edges(keys=True))
    event = network.nodes[DEAL]
    assert (event["name"], event["type"], event["kind"], event["when"], event["amount"]) == (
        *("takeover: Nordavia, Quantelle (2024-03)", "Event", "takeover", "2024-03", ""),
    )
    assert event["event"].evidence[0].sentence.quote == "Nordavia a racheté Quantelle en mars 2024."
    (role,) = network.get_edge_data("group/quantelle", DEAL).values()
    assert (role["relation"], role["status"], role["weight"], role["confidence"]) == ("patient", "asserted", 1, 0.9)


@pytest.mark.parametrize(("kind", "class_"), [("directed", networkx.DiGraph), ("simple", networkx.Graph)])
def test_one_edge_has_the_roles(kind: str, class_: type) -> None:
    network = example().to_networkx(kind, events=True)
    assert type(network) is class_
    assert network.edges["group/nordavia", DEAL] == {"weight": 1, "statements": (), "roles": ("agent",)}
    assert "roles" not in network.edges["group/nordavia", "group/quantelle"]


def test_events_follow_the_statuses_and_the_statements() -> None:
    graph = example()
    assert DEAL not in graph.to_networkx(statuses="uncertain", events=True)
    assert DEAL not in graph.to_networkx(statements=graph.statements(relation="leads"), events=True)
    assert DEAL in graph.to_networkx(statements=graph.statements(about="Nordavia"), events=True)


def test_places_come_from_the_event(sample_graph: KnowledgeGraph) -> None:
    network = sample_graph.to_networkx(events=True)
    (fair,) = (i for i, e in sample_graph.events_by_id.items() if e.places)
    assert [(b, d["relation"]) for _, b, d in network.out_edges(fair, data=True) if "event" in d] == [
        (sample_graph.events_by_id[fair].places[0], "place")
    ]
    for kind in ("directed", "simple"):  # the statement that it is there has the edge already
        edge = sample_graph.to_networkx(kind, events=True).edges[fair, sample_graph.events_by_id[fair].places[0]]
        assert edge["roles"] == ("place",)


@pytest.mark.parametrize("graph", GRAPHS, indirect=True)
def test_files_for_networks_are_valid_and_whole(graph: KnowledgeGraph, tmp_path: Path) -> None:
    edges = len(graph.statements()) + roles(graph)
    gexf.write(graph, tmp_path / "g.gexf", events=True)
    graphml.write(graph, tmp_path / "g.graphml", events=True)
    for name in ("gexf", "graphml"):
        etree.XMLSchema(etree.parse(SCHEMAS / f"{name}.xsd")).assertValid(etree.parse(tmp_path / f"g.{name}"))
    found = networkx.read_gexf(tmp_path / "g.gexf")
    assert (set(found), found.number_of_edges()) == (nodes(graph), edges)
    read = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert {data["id"] for _, data in read.nodes(data=True)} == nodes(graph)
    assert read.number_of_edges() == edges


@pytest.mark.parametrize("graph", GRAPHS, indirect=True)
def test_neo4j_has_no_loose_end(graph: KnowledgeGraph, tmp_path: Path) -> None:
    neo4j.write(graph, tmp_path, events=True)
    (_, *things), (_, *ties) = (
        list(csv.reader((tmp_path / f"{n}.csv").open(encoding="utf-8", newline=""))) for n in ("nodes", "relationships")
    )
    assert {row[0] for row in things} == nodes(graph)
    assert len(ties) == len(graph.statements()) + roles(graph)
    assert {end for row in ties for end in row[:2]} <= nodes(graph)


def test_neo4j_names_roles(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    neo4j.write(sample_graph, tmp_path, events=True)
    with (tmp_path / "relationships.csv").open(encoding="utf-8", newline="") as file:
        ties = list(csv.DictReader(file))
    assert {"AGENT", "PATIENT", "PARTICIPANT", "ORGANIZER", "PLACE"} <= {tie[":TYPE"] for tie in ties}
    assert {tie["family"] for tie in ties if tie[":TYPE"] == "AGENT"} == {"participation"}


@pytest.mark.parametrize("graph", GRAPHS, indirect=True)
def test_node_link_json_is_read_back(graph: KnowledgeGraph, tmp_path: Path) -> None:
    nodelink.write(graph, tmp_path / "g.json", events=True)
    text = (tmp_path / "g.json").read_text(encoding="utf-8")
    found = networkx.node_link_graph(json.loads(text), edges="edges")
    assert set(found) == nodes(graph)
    assert found.number_of_edges() == len(graph.statements()) + roles(graph)


def test_node_link_json_says_when(tmp_path: Path) -> None:
    (event,) = (n for n in nodelink.to_json(example(), events=True)["nodes"] if n["id"] == DEAL)
    assert event == {
        **{"id": DEAL, "name": "takeover: Nordavia, Quantelle (2024-03)", "type": "Event", "aliases": []},
        **{"kind": "takeover", "when": "2024-03", "amount": None},
    }


def test_an_event_is_called_by_its_id_or_a_name() -> None:
    graph = example()
    for name in (DEAL, "rachat : Nordavia, Quantelle (2024-03)", "Takeover: Nordavia, Quantelle (2024-03)"):
        assert graph.event(name).id == DEAL
    with pytest.raises(UserError, match="no event called 'Nordavia'"):
        graph.event("Nordavia")
