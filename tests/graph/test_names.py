import doctest
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaisons.graph import names
from liaisons.graph.names import expansion, normalise, slug


def test_the_examples_in_the_docstrings():
    assert doctest.testmod(names) == (0, 10)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Élysée", "ELYSEE"),
        ("É", "E\u0301"),
        ("Jean-Luc Mélenchon", "JEAN LUC MELENCHON"),
        ("L’Oréal", "L'Oreal"),
        ("L\u02bcOréal", "L'Oréal"),
        ("Sacré-Cœur", "Sacre Coeur"),
        ("Straße", "STRASSE"),
        ("Sørensen", "Sorensen"),
        ("Yıldırım", "YILDIRIM"),
        ("Mac\u00adron", "Macron"),
        ("Macron\u200b", "Macron"),
        ("Elon\u00a0Musk", "Elon\nMusk"),
        ("S.N.C.F.", "S N C F"),
        ("ﬁnance", "finance"),
        ("snake_case", "snake case"),
        ("Nordavia®", "Nordavia"),
    ],
)
def test_spellings_of_one_name(a, b):
    assert normalise(a) == normalise(b)
    assert slug(a) == slug(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Disney", "Disney+"),
        ("Canal", "Canal+"),
        ("C", "C++"),
        ("C", "C#"),
        ("C++", "C#"),
        ("Orange", "Oranges"),
        ("GPT-4", "GPT-4o"),
        ("家", "家族"),
        ("!", "?"),
        ("!!!", "u21-u21-u21"),
        ("", "unnamed"),
        ("🙂", "🙃"),
        ("моди", "модо"),
    ],
)
def test_different_names(a, b):
    assert slug(a) != slug(b)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Emmanuel Macron", "emmanuel-macron"),
        ("X", "x"),
        ("Canal+", "canal+"),
        ("Владимир Путин", "владимир-путин"),
        ("習近平", "習近平"),
        ("a/b\\c:d e?f", "a-b-c-d-e-f"),
        ("../../etc/passwd", "etc-passwd"),
        ("٢٠٢٤", "٢٠٢٤"),
        ("— !", "_2014-_21"),
        (" ", "_"),
        ("", "_"),
    ],
)
def test_slugs(name, expected):
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("PDR", "Parti des Rivières", "parti des rivieres"),
        ("AMF", "Autorité des marchés financiers", "autorite marches financiers"),
        ("AMF", "Association des maires de France", "association maires france"),
        ("Insee", "Institut national de la statistique et des études économiques", "institut national statistique et "
         "etudes"),
        ("ÉNS", "École normale supérieure", "ecole normale superieure"),
        ("RN", "National Rally", ""),
        ("P", "Parti", ""),
        ("Nordavia", "Nordavia Groupe", ""),
        ("P5", "Parti 5", ""),
        ("P R", "Parti Rivières", ""),
        ("PDR", "PDR", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_expansions(short, long, expected):
    assert " ".join(expansion(short, long)) == expected


@given(st.text())
def test_any_text(name):
    once = normalise(name)
    assert normalise(once) == once
    assert normalise(unicodedata.normalize("NFD", name)) == once
    assert once == " ".join(once.split())
    assert slug(name)
    assert not any(c.isspace() or c in "/\\:?\"'<>&" for c in slug(name))
