"""What tables of others say of companies and sites."""

import pytest

from liaisons.extractors.firms import firm, site_trades, trades_of
from liaisons.extractors.gazetteers import listed, sites
from liaisons.extractors.lexicon import languages, load, shared
from liaisons.extractors.places import countries, seats
from liaisons.graph.names import normalise


@pytest.mark.parametrize(
    ("label", "trades"),
    [
        ("Telecommunications Services", {"telecom"}),
        ("Telekommunikation", {"telecom"}),
        ("Telecommunications equipment", {"network_equipment"}),
        ("Automotive Parts & Equipment", {"car_parts"}),
        ("Automobiles & Auto Parts", {"car", "car_parts"}),
        ("Banking Financial services", {"bank"}),
        ("Banking & Investment Services", {"nothing"}),
        ("Retail REITs", {"nothing"}),
        ("Software & IT Services", {"nothing"}),
        ("Information security Networking hardware", {"software_vendor", "network_equipment"}),
        ("Halbleiterindustrie", {"chip"}),
        ("Öl und Gas (Raffineriebetreiber)", set()),
        ("Carbon black", set()),
    ],
)
def test_trades_of_an_industry(label, trades):
    assert trades_of(label) == trades


@pytest.mark.parametrize(
    ("name", "trade", "country"),
    [
        ("Apple", "device", "US"),
        ("Apple Inc.", "device", "US"),
        ("le groupe Renault", "car", "FR"),
        ("Meta", "social_network", "US"),
        ("Meta Platforms", "social_network", "US"),
        ("Stellantis", "car", "FR"),  # its headquarters are in the Netherlands, its shares in the CAC 40
        ("Stellantis", "car", "NL"),
        ("Nintendo", "game", "JP"),
    ],
)
def test_firms(name, trade, country):
    company = firm(name)
    assert trade in company.trades
    assert country in company.countries


@pytest.mark.parametrize("name", ["Nordavia", "Orphéa SA", "", "Apple Records of Leeds"])
def test_what_no_table_knows_is_not_known(name):
    assert (firm(name), site_trades(name)) == (None, frozenset())


@pytest.mark.parametrize(
    ("lang", "company", "place"),
    [
        ("fr", "Apple", "Californie"),
        ("en", "Apple", "California"),
        ("en", "Apple", "Cupertino"),
        ("fr", "SAP", "Allemagne"),
        ("en", "SAP SE", "Germany"),
        ("fr", "Barclays", "Londres"),
        ("en", "Barclays", "London"),
    ],
)
def test_seats(lang, company, place):
    assert normalise(place) in seats(lang).of(company)
    assert normalise("Chine") not in seats(lang).of(company)


def test_nobody_knows_where_an_unknown_company_is_from():
    assert seats("fr").of("Nordavia") == frozenset()


def test_exonyms_are_of_places_that_there_are():
    places = {place for row in listed() for place in row.places}
    for lang in languages():
        assert sorted(name for name in load(lang, "places")["exonyms"] if normalise(name) not in places) == []


class TestTheTables:
    """All rows of the tables and of the lexicon that reads them."""

    def test_a_row_has_a_name_of_its_own(self):
        keys = [key for row in listed() for key in row.keys]
        assert len(keys) == len(set(keys)) > 1800

    def test_countries_have_codes(self):
        codes = set(countries("en").values())
        assert {code for row in listed() for code in row.countries} <= codes
        assert set(shared("industries")["countries"].values()) <= codes

    def test_indices_are_of_the_tables(self):
        indices = {index for row in listed() for index in row.indices}
        table = shared("industries")
        assert {*table["giants"]["indices"], *table["countries"]} <= indices

    def test_every_phrase_is_in_a_label(self):
        read = [f" {normalise(label)} " for row in listed() for label in row.industries]
        phrases = [normalise(phrase) for phrases in shared("industries")["trades"].values() for phrase in phrases]
        assert sorted(phrase for phrase in phrases if not any(f" {phrase} " in label for label in read)) == []

    def test_media_are_those_of_the_table(self):
        assert {medium for media in sites().values() for medium in media} == set(shared("industries")["media"])
