"""What well-known things are, as evidence for what a description stands for."""

import pytest

from liaisons.extractors.annotations import Cluster
from liaisons.extractors.lexicon import languages, load, shared
from liaisons.extractors.pipeline import extract
from liaisons.extractors.trades import trades
from liaisons.graph.model import Article


@pytest.mark.parametrize(
    ("name", "noun", "is_", "never"),
    [
        ("Kivu Telecom", "opérateur", True, False),
        ("Kivu Telecom", "messagerie", False, False),
        ("Orphéa", "opérateur", False, False),
        # companies of the tables, by any form of their names, and what they are known not to be
        ("Orange", "opérateur", True, False),
        ("Orange", "constructeur", False, True),
        ("Orange", "plateforme", False, False),
        ("Volkswagen AG", "constructeur", True, False),
        ("Meta", "réseau", True, False),
        ("Nvidia", "fabricant", True, False),
        ("Barclays plc", "banque", True, False),
        ("Lufthansa", "compagnie", True, False),
        ("Pfizer", "laboratoire", True, False),
        ("TotalEnergies", "pétrolier", True, False),
        ("TotalEnergies", "avionneur", False, True),
        # sites
        ("Reddit", "plateforme", True, False),
        ("Qwant", "moteur", True, False),
        ("Reddit", "constructeur", False, False),
    ],
)
def test_trades(name, noun, is_, never):
    cluster = Cluster(name, "Company", [])
    assert (noun in trades("fr").of(cluster), trades("fr").never(cluster, noun)) == (is_, never)


@pytest.mark.parametrize(("name", "noun"), [("Visa", "fintech"), ("Orange", "opérateur"), ("Next", "distributeur")])
@pytest.mark.parametrize("type_", ["Person", "Place", "Product", "Party", "Event"])
def test_a_table_of_companies_says_nothing_of_other_things(name, noun, type_):
    cluster = Cluster(name, type_, [])
    assert (noun in trades("fr").of(cluster), trades("fr").never(cluster, "avionneur")) == (False, False)


@pytest.mark.parametrize("lang", languages())
def test_a_language_has_nouns_for_trades_that_there_are(lang):
    table = shared("industries")
    media = {trade for trades in table["media"].values() for trade in trades}
    there_are = {*table["trades"], *table["only"]["trades"], *media, *shared("trades")["words"], "giant"}
    assert sorted(set(load(lang, "trades")) - there_are) == []


NOT_KNOWN = pytest.mark.xfail(
    strict=True, reason="no list that others keep tells messengers from other social networks"
)

TEXTS = [
    # who holds a post is for the article to say
    ("fr", "Emmanuel Macron est en Inde. Le président français a rencontré Ratan Tata.", ""),
    ("fr", "Emmanuel Macron, le président français, a quitté Paris. Le président français a rencontré Ratan Tata.", "Emmanuel Macron leads France, Emmanuel Macron met_with Ratan Tata"),
    ("fr", "Elon Musk est arrivé à Paris. Le président français a critiqué Uber.", "Elon Musk visited Paris"),
    ("en", "Emmanuel Macron is in India. The French president met Ratan Tata.", ""),
    # the post of what has just been named is somebody else's
    ("fr", "Xavier Niel a critiqué Orange. Le patron d’Orange a rencontré Emmanuel Macron.", "Xavier Niel criticizes Orange"),
    ("fr", "Elon Musk est arrivé à Paris. Le maire de Paris a critiqué Uber.", "Elon Musk visited Paris"),
    ("en", "Xavier Niel criticised Orange. The Orange boss met Emmanuel Macron.", "Xavier Niel criticizes Orange"),
    # trades
    pytest.param("fr", "Orange a attaqué Telegram. Nadia Ferhat a quitté la messagerie.", "Nadia Ferhat left Telegram", marks=NOT_KNOWN),
    ("fr", "Apple a présenté un casque. Samsung attend. La firme de Cupertino a racheté Beats.", "Apple acquired Beats, Apple located_in Cupertino"),
    ("en", "Apple unveiled a headset. Samsung waits. The Cupertino company has acquired Beats.", "Apple acquired Beats, Apple located_in Cupertino"),
    ("fr", "Renault et Nokia ont parlé. Le constructeur a racheté Kumo.", "Renault acquired Kumo"),
    ("en", "Renault and Nokia have spoken. The carmaker has acquired Kumo.", "Renault acquired Kumo"),
    ("en", "OpenAI is backed by Microsoft, which has invested in the San Francisco company.", "Microsoft invested_in OpenAI, OpenAI located_in San Francisco"),
    # what the article says counts more than what a table says of a company of this name
    ("fr", "Le groupe suédois Canon est là. Nokia attend. Le groupe suédois a racheté Kumo.", "Canon acquired Kumo, Canon located_in Suède"),
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
def test_descriptions(lang: str, text: str, expected: str) -> None:
    (graph,) = extract([Article("a", text, lang)])
    names = {e.id: e.name for e in graph.entities}
    assert ", ".join(sorted(f"{names[s.subject]} {s.relation} {names[s.object]}" for s in graph.statements)) == expected
