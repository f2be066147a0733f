"""Posts behind a name and a comma, whose verb the parser gives another subject."""

import pytest

from liaisons.extractors.pipeline import extract
from liaisons.graph.model import Article

KEPT = [
    (
        "Farid Benali, le patron de Kumo, a rencontré Olaf Scholz.",
        "Farid Benali leads Kumo, Farid Benali met_with Olaf Scholz",
    ),
    ("Le groupe a grandi, dit Kenji Ito, le PDG de Kumo.", "Kenji Ito leads Kumo"),
    ("« Nous avons grandi », dit Kenji Ito, le PDG de Kumo.", "Kenji Ito leads Kumo"),
    ("« Nous avons grandi », explique Fatou Sow, directrice générale de Wave.", "Fatou Sow leads Wave"),
    (
        "« Nous avons grandi », affirme Fatou Sow, la directrice générale de Wave, dans un entretien.",
        "Fatou Sow leads Wave",
    ),
    ("« Tout va bien », assure Nour Haddad, la fondatrice de Kumo.", "Nour Haddad founded Kumo"),
    ("Awa Sissako, fondatrice de Kumo, a quitté Orange.", "Awa Sissako founded Kumo, Awa Sissako left Orange"),
    ("Awa Sissako, élue à Lyon en 2020, a quitté Orange.", "Awa Sissako left Orange"),
    ("Selon Karim Belkacem, le patron d’Orange, Free a menti.", "Karim Belkacem leads Orange"),
    (
        "D’après Karim Belkacem, le directeur financier d’Orange, Iliad a racheté Kiwi.",
        "Iliad acquired Kiwi, Karim Belkacem works_for Orange",
    ),
    ("Pour le patron d’Orange, Karim Belkacem, Free ment.", "Karim Belkacem leads Orange"),
    (
        "Le patron d’Orange, Karim Belkacem, Fatou Sow et Xavier Niel ont rencontré Emmanuel Macron.",
        "Karim Belkacem leads Orange, Karim Belkacem met_with Emmanuel Macron",
    ),
    (
        "Karim Belkacem, le fondateur de Kiwi, et Awa Diop, la patronne d’Orange, ont rencontré Emmanuel Macron.",
        "Awa Diop leads Orange, Awa Diop met_with Emmanuel Macron, Karim Belkacem founded Kiwi, Karim Belkacem met_with Emmanuel Macron",
    ),
    # nothing is beside
    ("Karim Belkacem, le patron a quitté Orange.", "Karim Belkacem left Orange"),
    (
        "Les députés Pierre Nord, Marie Sud et Jean Est ont critiqué Uber.",
        "Jean Est criticizes Uber, Marie Sud criticizes Uber, Pierre Nord criticizes Uber",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), KEPT)
def test_a_post_behind_a_name_is_that_of_the_name(text: str, expected: str) -> None:
    (graph,) = extract([Article("a", text, "fr")])
    names = {e.id: e.name for e in graph.entities}
    assert ", ".join(sorted(f"{names[s.subject]} {s.relation} {names[s.object]}" for s in graph.statements)) == expected
