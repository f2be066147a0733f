"""Files of annotations: what is taken, and what is said of what is not."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaisons.evaluation.annotations import AnnotatedEntity, Annotation, Fault, Triple, read_gold, read_predictions
from liaisons.graph.errors import UserError

ADA = {"id": "e1", "name": "Ada Morel", "type": "Person", "mentions": ["Morel"]}
BETA = {"id": "e2", "name": "Bêta", "type": "Company"}
LEADS = {"s": "e1", "r": "leads", "o": "e2", "status": "ended", "evidence": "Ada Morel a dirigé Bêta."}
RECORD = {"id": "a", "lang": "fr", "text": "Ada Morel a dirigé Bêta.", "entities": [ADA, BETA], "triples": [LEADS]}


def write(folder: Path, *lines: object) -> Path:
    path = folder / "gold.jsonl"
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("\n".join(texts), encoding="utf-8", errors="surrogateescape")
    return path


def test_a_line_becomes_an_annotation(tmp_path):
    (found,) = read_gold(write(tmp_path, RECORD))
    assert found == Annotation(
        id="a",
        lang="fr",
        text="Ada Morel a dirigé Bêta.",
        entities=(AnnotatedEntity("e1", "Ada Morel", "Person", ("Morel",)), AnnotatedEntity("e2", "Bêta", "Company")),
        triples=(Triple("e1", "leads", "e2", "ended", evidence="Ada Morel a dirigé Bêta."),),
    )


def test_predictions_may_be_anybody_s(tmp_path):
    record = {
        "id": "a",
        "entities": [{"id": 1} | ADA | {"type": "Robot"}],
        "triples": [{**LEADS, "r": "likes", "o": "e1"}],
    }
    (found,) = read_predictions(write(tmp_path, record))
    assert isinstance(found, Annotation)
    assert (found.entities[0].type, found.triples[0].relation, found.triples[0].confidence) == ("Robot", "likes", 1.0)
    assert list(read_predictions(write(tmp_path, {"id": "b", "triples": None}))) == [Annotation("b")]


WRONG = [
    ("{", "not JSON at column 2: "),
    ("7", "not an article: write an object "),
    ("\udcff", "not UTF-8 at byte 1: save the file in UTF-8"),
    ({}, "'id' is missing: a text that is not empty"),
    (RECORD | {"id": ""}, "'id' is missing"),
    (RECORD | {"lang": None}, "'lang' is missing"),
    (RECORD | {"text": " "}, "'text' is missing"),
    (RECORD | {"title": 7}, "'title' must be a text"),
    (RECORD | {"entities": None}, "entities must be a list of objects, [] where there are none"),
    (RECORD | {"triples": [7]}, "triples must be a list of objects, [] where there are none"),
    (RECORD | {"entities": [ADA, BETA | {"type": "Compagnie"}]}, "entity 'e2': no type 'Compagnie'; did you mean 'Company'?"),
    (RECORD | {"entities": [ADA, BETA | {"type": "?"}]}, "entity 'e2': no type '?'; there are Person, Company, "),
    (RECORD | {"entities": [ADA, BETA | {"name": ""}]}, "entity 'e2': 'name' is missing"),
    (RECORD | {"entities": [ADA, BETA | {"mentions": "Bêta"}]}, "entity 'e2': 'mentions' must be a list of texts"),
    (RECORD | {"entities": [ADA, BETA, BETA]}, "entity 'e2': there are two of this id"),
    (RECORD | {"entities": [ADA, BETA, {"name": "X", "type": "Person"}]}, "entity 3: 'id' is missing"),
    (RECORD | {"triples": [LEADS | {"o": "e9"}]}, "triple 1: o is 'e9', and no entity has this id"),
    (RECORD | {"triples": [LEADS | {"r": "own"}]}, "triple 1: no relation 'own'; did you mean 'owns'?"),
    (RECORD | {"triples": [LEADS | {"alt": ["lead"]}]}, "triple 1: no relation 'lead'; did you mean 'leads'?"),
    (RECORD | {"triples": [LEADS | {"status": "end"}]}, "triple 1: no status 'end'; did you mean 'ended'?"),
    (RECORD | {"triples": [LEADS, LEADS | {"s": None}]}, "triple 2: 's' is missing"),
    (RECORD | {"triples": [LEADS | {"optional": "yes"}]}, "triple 1: optional must be true or false"),
    (RECORD | {"triples": [LEADS | {"confidence": "high"}]}, "triple 1: confidence must be a number from 0 to 1"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "reason"), WRONG, ids=[reason for _, reason in WRONG])
def test_a_bad_line_costs_only_itself(tmp_path, line, reason):
    path = write(tmp_path, RECORD | {"id": "before"}, "", line, RECORD | {"id": "after"})
    found = list(read_gold(path))
    assert [a.id for a in found if isinstance(a, Annotation)] == ["before", "after"]
    faults = [f for f in found if isinstance(f, Fault)]
    assert {(f.file, f.place) for f in faults} == {(str(path), "line 3")}
    assert any(f.reason.startswith(reason) for f in faults)


def test_all_faults_of_a_line_are_told_at_once(tmp_path):
    record = RECORD | {"lang": "", "triples": [LEADS | {"o": "e9", "r": "own"}]}
    assert len(list(read_gold(write(tmp_path, record)))) == 3


def test_an_id_stands_for_one_article(tmp_path):
    first, second = read_gold(write(tmp_path, RECORD, RECORD))
    assert isinstance(first, Annotation)
    assert second == Fault(
        str(tmp_path / "gold.jsonl"), "line 2", "article 'a' is in line 1 already: give it an id of its own"
    )


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(UserError, match=r"none\.jsonl: cannot be read"):
        list(read_gold(tmp_path / "none.jsonl"))


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=3) | st.sampled_from(["e1", "leads", "Person"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "type", "mentions", "s", "r", "o", "alt", "status"]), inner)
    ),
    max_leaves=12,
)


@given(st.fixed_dictionaries({"id": values, "lang": values, "text": values, "entities": values, "triples": values}))
def test_anything_is_taken_or_told(tmp_path_factory, record):
    path = write(tmp_path_factory.getbasetemp(), record)
    for read in (read_gold, read_predictions):
        assert list(read(path))
