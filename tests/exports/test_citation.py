"""Whose a dataset is: names, ORCID iDs, licences, and what the RDF says of them."""

import json
import tomllib
from pathlib import Path

import fastjsonschema
import pytest
import yaml

from liaisons.exports import bundle, rdf
from liaisons.exports.citation import Citation, Creator, of_run
from liaisons.exports.dataset import RdfOptions
from liaisons.exports.formats import Options
from liaisons.exports.validation import findings
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "name", "orcid", "person"),
    [
        ("Dupont, Élise", "Dupont, Élise", "", ("Dupont", "Élise")),
        ("Laboratoire des Rivières", "Laboratoire des Rivières", "", None),
        ("Carberry, Josiah <0000-0002-1825-0097>", "Carberry, Josiah", "0000-0002-1825-0097", ("Carberry", "Josiah")),
        ("김, 민준  <https://orcid.org/0000-0002-1694-233X>", "김, 민준", "0000-0002-1694-233X", ("김", "민준")),
        ("  Nguyễn Thị Hoa\n<0000-0002-1825-0097>", "Nguyễn Thị Hoa", "0000-0002-1825-0097", None),
    ],
)
def test_creators(text, name, orcid, person):
    found = Creator.parse(text)
    assert (found.name, found.orcid, found.person) == (name, orcid, person)
    assert Creator.parse(str(found)) == found


@pytest.mark.parametrize("text", ["", "  ", "<0000-0002-1825-0097>", "Ada <ada@example.org>", "Ada <0000-0002>"])
def test_what_is_no_creator(text):
    with pytest.raises(UserError, match="a creator is a name such as"):
        Creator.parse(text)


def test_an_orcid_that_is_mistyped():
    with pytest.raises(UserError, match="0000-0002-1825-0079 is no ORCID iD"):
        Creator.parse("Carberry, Josiah <0000-0002-1825-0079>")


@pytest.mark.parametrize(
    ("text", "licence", "iri"),
    [
        ("cc-by-4.0", "CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0"),
        ("CC0-1.0", "CC0-1.0", "https://spdx.org/licenses/CC0-1.0"),
        ("https://example.org/terms", "https://example.org/terms", "https://example.org/terms"),
        ("", "", ""),
    ],
)
def test_licences(text, licence, iri):
    found = Citation.of([], text)
    assert (found.licence, found.licence_iri) == (licence, iri)


@pytest.mark.parametrize("text", ["CC BY", "mine", "MIT OR Apache-2.0", "http://", "https://exa mple.org/x"])
def test_what_is_no_licence(text):
    with pytest.raises(UserError, match="a licence is an SPDX identifier such as"):
        Citation.of([], text)


def test_a_store_keeps_them():
    found = Citation.of(["Dupont, Élise", "Carberry, Josiah <0000-0002-1825-0097>"], "cc0-1.0")
    assert Citation.stored({**found.parameters, "base": "x"}) == found
    assert of_run({**found.parameters, "base": "x"}) == {"base": "x"}
    assert Citation.stored({}) == Citation()
    assert Citation.of(["Labo"]).over(found) == Citation.of(["Labo"], "CC0-1.0")


def test_what_the_dataset_says(sample_graph):
    given = Citation.of(["Dupont, Élise", "Carberry, J. <0000-0002-1825-0097>", "Labo X", 'A "B" {c} é'], "CC-BY-4.0")
    quads = set(rdf.quads(sample_graph, RdfOptions(parameters=given.parameters)))
    new = {f"{q.subject} {q.predicate} {q.object}" for q in quads - set(rdf.quads(sample_graph))}
    data, dcterms = "https://w3id.org/liaisons/data/", "http://purl.org/dc/terms/"
    for line in (
        f"<{data}dataset> <{dcterms}creator> <https://orcid.org/0000-0002-1825-0097>",
        f"<{data}dataset> <{dcterms}creator> <{data}agent/Labo%20X>",
        f"<{data}dataset> <{dcterms}license> <https://spdx.org/licenses/CC-BY-4.0>",
        f'<{data}agent/Labo%20X> <https://schema.org/name> "Labo X"',
    ):
        assert line in new
    assert not [line for line in new if "PropertyValue" in line]  # they are no parameters of the run
    assert findings(quads) == []


def test_a_creator_must_be_described():
    bare = rdf.quads(KnowledgeGraph(), RdfOptions(parameters=Citation.of(["Labo X"]).parameters))
    found = findings(q for q in bare if "agent/" not in str(q.subject))
    assert [f.message for f in found] == ["Who made a dataset (dcterms:creator) is described as a prov:Agent."]


def test_the_software_says_how_it_is_cited():
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (cff["title"], cff["version"], cff["license"]) == ("liaisons", project["version"], project["license"])
    assert cff["abstract"] == project["description"]
    assert [a["name"] for a in cff["authors"]] == [a["name"] for a in project["authors"]]


SCHEMAS = Path(__file__).parent / "schemas"


def validator(name: str):
    return fastjsonschema.compile(json.loads((SCHEMAS / name).read_text(encoding="utf-8")))


def test_the_citation_file_is_of_its_format():
    validator("cff-1.2.0.json")(yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8")))


@pytest.mark.parametrize("licence", ["CC-BY-4.0", "CC0-1.0", "https://example.org/terms"])
@pytest.mark.parametrize(
    "creators",
    [
        ["Labo X"],
        ["Dupont, Élise", "Carberry, Josiah <0000-0002-1825-0097>"],
        ['A "B": {c} é', "김, 민준"],
        ["#- null"],
    ],
)
def test_the_metadata_of_a_bundle_are_of_their_formats(sample_graph, tmp_path, creators, licence):
    given = Options(parameters=Citation.of(creators, licence).parameters, title='Presse: "a" & b')
    bundle.write(sample_graph, tmp_path / "b", formats=["csv"], options=given)
    validator("cff-1.2.0.json")(yaml.safe_load((tmp_path / "b/CITATION.cff").read_text(encoding="utf-8")))
    validator("zenodo.json")(json.loads((tmp_path / "b/.zenodo.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("schema", "change"),
    [
        ("cff-1.2.0.json", {"authors": []}),
        ("cff-1.2.0.json", {"license": "mine"}),
        ("cff-1.2.0.json", {"licence": "MIT"}),
        ("cff-1.2.0.json", {"type": "data"}),
        ("zenodo.json", {"upload_type": "data"}),
        ("zenodo.json", {"creators": [{"name": "A", "orcid": "https://orcid.org/0000-0002-1825-0097"}]}),
        ("zenodo.json", {"access_right": "public"}),
        ("zenodo.json", {"titel": "x"}),
    ],
)
def test_a_mistake_in_the_metadata_is_noticed(sample_graph, tmp_path, schema, change):
    given = Options(parameters=Citation.of(["Labo X"], "CC0-1.0").parameters)
    bundle.write(sample_graph, tmp_path / "b", formats=["csv"], options=given)
    name = "CITATION.cff" if schema.startswith("cff") else ".zenodo.json"
    found = yaml.safe_load((tmp_path / "b" / name).read_text(encoding="utf-8"))
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        validator(schema)(found | change)
