"""File names: one for each identifier, safe on every system."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaisons.exports.dossiers import paths
from liaisons.exports.dossiers.paths import stem, stems

SAFE = re.compile(r"[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*(~[a-z2-7]+)?")


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        ("human/elon-musk", "human.elon-musk"),
        ("journal/2015/000001", "journal.2015.000001"),
        ("lettre-1", "lettre-1"),
        ("7", "7"),
    ],
)
def test_what_is_plain_stays_readable(ident: str, expected: str) -> None:
    assert stem(ident) == expected


@pytest.mark.parametrize(
    ("ident", "begin"),
    [
        ("human/Elon-Musk", "human-elon-musk~"),
        ("human/élise", "human-elise~"),
        ("human/习近平", "human-xijinping~"),
        ("../../etc/passwd", "etc-passwd~"),
        ("/etc/passwd", "etc-passwd~"),
        ("C:\\x", "c-x~"),
        ("con", "con~"),
        ("nul/x", "nul-x~"),
        ("a.b", "a-b~"),
        ("a--b", "a-b~"),
        ("a-", "a~"),
        ("", "id~"),
        ("~", "id~"),
        ("a" * 300, "a" * 72 + "~"),
        ("\ud800\x00\n", "id~"),
    ],
)
def test_all_else_is_spelled_and_told_apart(ident: str, begin: str) -> None:
    assert stem(ident).startswith(begin)
    assert SAFE.fullmatch(stem(ident))


def reserved(name: str) -> bool:
    return re.fullmatch(r"con|prn|aux|nul|(com|lpt)\d", name.partition(".")[0]) is not None


@given(st.lists(st.text(alphabet=st.characters(codec=None), max_size=90)))
def test_names_are_safe_and_different(idents: list[str]) -> None:
    found = stems(idents)
    assert set(found) == set(idents)
    assert len(set(found.values())) == len(found)
    for name in found.values():
        assert SAFE.fullmatch(name)
        assert len(name) < 130
        assert not reserved(name)


@given(st.lists(st.text(alphabet="abc-/.~A é", max_size=6)))
def test_what_looks_alike_is_told_apart(idents: list[str]) -> None:
    found = stems(idents)
    assert len({name.casefold() for name in found.values()}) == len(found)
    assert all(found[i] == stem(i) for i in idents)


def test_digests_that_begin_alike_are_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_DIGITS", 1)
    monkeypatch.setattr(stem, "__defaults__", (1,))
    idents = [f"É{n}" * 40 for n in range(60)]
    idents = ["é" + "x" * 80 + str(n) for n in range(60)]
    found = stems(idents)
    assert len(set(found.values())) == len(set(idents))
