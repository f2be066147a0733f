"""What every reader knows, as evidence for what a description stands for."""

import pytest

from liaisons.extractors.annotations import Cluster
from liaisons.extractors.known import holds, known
from liaisons.extractors.pipeline import extract
from liaisons.graph.model import Article


def _cluster(name: str, type_: str) -> Cluster:
    return Cluster(name, type_, [])


@pytest.mark.parametrize(
    ("lang", "noun", "words", "of", "name", "expected"),
    [
        ("fr", "ministre", {"premier"}, ("Hongrie", "Place"), "Viktor Orban", True),
        ("fr", "ministre", {"premier"}, ("Hongrie", "Place"), "Emmanuel Macron", False),
        ("fr", "ministre", set(), ("Hongrie", "Place"), "Viktor Orban", False),
        ("fr", "président", set(), ("Sénégal", "Place"), "Faye", True),
        ("fr", "président", {"45ème"}, ("États-Unis", "Place"), "Donald Trump", False),
        ("fr", "patron", set(), ("Tesla", "Company"), "Musk", True),
        ("fr", "patron", set(), ("Orange", "Company"), "Musk", False),
        ("en", "minister", {"prime"}, ("India", "Place"), "Narendra Modi", True),
        ("en", "founder", set(), ("Amazon", "Company"), "Jeff Bezos", True),
    ],
)
def test_holders(lang, noun, words, of, name, expected):
    holders, _ = known(lang).holders(noun, words, [_cluster(*of)])
    assert holds(_cluster(name, "Person"), holders) is expected


def test_the_own_country_is_understood_in_french_alone():
    assert known("fr").holders("chef", {"état"}, [])[1]
    assert known("en").holders("minister", {"prime"}, []) == (frozenset(), False)


@pytest.mark.parametrize(
    ("name", "noun", "is_", "never"),
    [
        ("Orange", "opérateur", True, False),
        ("Orange", "messagerie", False, True),
        ("Kivu Telecom", "opérateur", True, False),
        ("Kivu Telecom", "messagerie", False, False),
        ("Orphéa", "opérateur", False, False),
    ],
)
def test_trades(name, noun, is_, never):
    cluster = _cluster(name, "Company")
    assert (noun in known("fr").trades(cluster), known("fr").never(cluster, noun)) == (is_, never)


TEXTS = [
    # posts of the well-known
    ("fr", "Emmanuel Macron est en Inde. Le président français a rencontré Ratan Tata.", "Emmanuel Macron leads France, Emmanuel Macron met_with Ratan Tata"),
    ("fr", "Emmanuel Macron a reçu Friedrich Merz. Le chancelier allemand a critiqué Uber.", "Emmanuel Macron met_with Friedrich Merz, Friedrich Merz criticizes Uber, Friedrich Merz leads Allemagne"),
    ("fr", "Donald Trump a reçu Joe Biden. Le président américain a critiqué Uber.", "Donald Trump met_with Joe Biden"),
    ("fr", "Elon Musk est arrivé à Paris. Le président français a critiqué Uber.", "Elon Musk visited Paris"),
    ("en", "Emmanuel Macron is in India. The French president met Ratan Tata.", "Emmanuel Macron leads France, Emmanuel Macron met_with Ratan Tata"),
    # the post of what has just been named is somebody else's
    ("fr", "Xavier Niel a critiqué Orange. Le patron d’Orange a rencontré Emmanuel Macron.", "Xavier Niel criticizes Orange"),
    ("fr", "Elon Musk est arrivé à Paris. Le maire de Paris a critiqué Uber.", "Elon Musk visited Paris"),
    ("en", "Xavier Niel criticised Orange. The Orange boss met Emmanuel Macron.", "Xavier Niel criticizes Orange"),
    # trades
    ("fr", "Orange a attaqué Telegram. Nadia Ferhat a quitté la messagerie.", "Nadia Ferhat left Telegram"),
    ("en", "OpenAI is backed by Microsoft, which has invested in the San Francisco company.", "Microsoft invested_in OpenAI, OpenAI located_in San Francisco"),
    # relatives and clitics
    ("fr", "Emmanuel Macron a critiqué Elon Musk, qu’il accuse d’ingérence.", "Emmanuel Macron accuses Elon Musk, Emmanuel Macron criticizes Elon Musk"),
    ("fr", "La Commission européenne a condamné Google, à qui elle reproche de mentir.", "Commission européenne accuses Google, Commission européenne sanctioned Google"),
    ("fr", "Marine Le Pen a critiqué Gabriel Attal. Elle lui reproche de mentir.", "Marine Le Pen accuses Gabriel Attal, Marine Le Pen criticizes Gabriel Attal"),
    ("fr", "Elon Musk est là. Le patron de Tesla, qui soutient Donald Trump, a rencontré Xi Jinping.", "Elon Musk leads Tesla, Elon Musk met_with Xi Jinping, Elon Musk supports Donald Trump"),
    # what is said of nothing that the article names takes up the only thing that it speaks of
    ("fr", "YouTube est critiqué. La filiale d’Alphabet a banni Alex Jones.", "Alphabet owns YouTube, YouTube banned Alex Jones"),
    ("fr", "Apple attaque Spotify. Le fabricant de l’iPhone a racheté Kumo.", ""),
    ("fr", "Karim Belkacem, patron de Kumo, a parlé. La société dirigée par Karim Belkacem a racheté Kiwi.", "Karim Belkacem leads Kumo, Kumo acquired Kiwi"),
    # a member of a party is no party
    ("en", "Ron DeSantis is running. The Republican accused Disney of lying.", "Ron DeSantis accuses Disney"),
    ("en", "Joe Manchin, a Democrat, is running. The Republican accused Uber of lying.", "Joe Manchin member_of Democratic Party"),
    ("fr", "Ron DeSantis est candidat. Le républicain accuse Disney de mentir.", "Ron DeSantis accuses Disney"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("lang", "text", "expected"), TEXTS)
def test_descriptions_of_the_well_known(lang: str, text: str, expected: str) -> None:
    (graph,) = extract([Article("a", text, lang)])
    names = {e.id: e.name for e in graph.entities}
    assert ", ".join(sorted(f"{names[s.subject]} {s.relation} {names[s.object]}" for s in graph.statements)) == expected
