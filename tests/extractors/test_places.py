"""Countries, nationalities and the calendar."""

import pytest

from liaisons.extractors.cues import METROPOLIS, SMALL_TOWN, WELL_KNOWN
from liaisons.extractors.lexicon import languages, load
from liaisons.extractors.places import adjectival_countries, calendar, countries, demonyms, months, origins, places
from liaisons.graph.names import normalise


@pytest.mark.parametrize(
    ("lang", "name", "code"),
    [
        ("fr", "France", "FR"),
        ("fr", "États-Unis", "US"),
        ("fr", "Chine", "CN"),
        ("fr", "Corée du Sud", "KR"),
        ("en", "France", "FR"),
        ("en", "United States", "US"),
        ("en", "China", "CN"),
        ("fr", "Europe", None),
        ("en", "Europe", None),
        ("fr", "Lyon", None),
        ("en", "Eurozone", None),
        ("en", "United Nations", None),
    ],
)
def test_countries(lang, name, code):
    assert countries(lang).get(normalise(name)) == code


@pytest.mark.parametrize(
    ("lang", "form", "country"),
    [
        ("fr", "chinoise", "Chine"),
        ("fr", "français", "France"),
        ("fr", "américaines", "États-Unis"),
        ("fr", "britannique", "Royaume-Uni"),
        ("fr", "lyonnais", None),
        ("fr", "coréenne", "Corée du Sud"),
        ("en", "french", "France"),
        ("en", "chinese", "China"),
        ("en", "european", None),
    ],
)
def test_demonyms(lang, form, country):
    assert demonyms(lang).get(form) == country


@pytest.mark.parametrize(
    ("lang", "form", "place"),
    [
        ("fr", "lyonnais", "Lyon"),
        ("fr", "grenobloise", "Grenoble"),
        ("fr", "toulousaines", "Toulouse"),
        ("fr", "londonien", "Londres"),
        ("fr", "new-yorkaise", "New York"),
        ("fr", "californiennes", "Californie"),
        ("fr", "québécois", "Québec"),
        ("fr", "stéphanoise", "Saint-Étienne"),
        ("fr", "dakaroise", "Dakar"),
        ("fr", "moscovites", "Moscou"),
        ("fr", "chinoise", "Chine"),
        ("fr", "bourgeois", None),
        ("fr", "ancien", None),
        ("en", "californian", "California"),
        ("en", "londoners", "London"),
        ("en", "texans", "Texas"),
        ("en", "chinese", "China"),
        ("en", "human", None),
    ],
)
def test_origins(lang, form, place):
    assert origins(lang).get(form) == place


@pytest.mark.parametrize(
    ("lang", "name", "weight"),
    [
        ("fr", "Shanghai", METROPOLIS),
        ("fr", "Londres", WELL_KNOWN),
        ("fr", "Pékin", WELL_KNOWN),
        ("fr", "Ouagadougou", METROPOLIS),
        ("fr", "Mountain View", WELL_KNOWN),
        ("fr", "Bouches-du-Rhône", WELL_KNOWN),
        ("fr", "Caroline du Nord", WELL_KNOWN),
        ("fr", "Cupertino", SMALL_TOWN),
        ("fr", "Nordavia", None),
        ("en", "Kampala", METROPOLIS),
        ("en", "Ohio", WELL_KNOWN),
        ("en", "Palo Alto", WELL_KNOWN),
        ("en", "Redmond", SMALL_TOWN),
        ("en", "Nordavia", None),
    ],
)
def test_how_much_a_name_speaks_for_a_place(lang, name, weight):
    assert places(lang).get(normalise(name)) == weight


def test_the_months_are_in_the_calendar():
    assert {"mars", "août"} <= months("fr") <= calendar("fr")
    assert "lundi" not in months("fr")


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", {"janvier", "lundi", "août"}), ("en", {"january", "monday", "may", "tue"})]
)
def test_the_calendar(lang, words):
    assert words <= calendar(lang)
    assert all(word == word.lower() for word in calendar(lang))


@pytest.mark.parametrize("lang", languages())
class TestEveryRow:
    """The rows of the lexicon `places`."""

    def test_short_forms_are_of_countries_that_have_a_code(self, lang):
        codes = set(countries(lang).values())
        assert sorted(set(load(lang, "places")["short"].values()) - codes) == []

    def test_a_nationality_is_of_a_country_that_the_language_names(self, lang):
        assert [form for form, name in demonyms(lang).items() if normalise(name) not in countries(lang)] == []

    def test_a_nationality_is_lower_case_and_of_one_country(self, lang):
        forms = [form for forms in load(lang, "places")["demonyms"].values() for form in forms]
        assert [form for form in forms if form != form.lower()] == []
        assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_countries_that_end_in_an_adjective():
    assert {"Arabie saoudite", "Émirats arabes unis", "République tchèque"} <= adjectival_countries("fr")
    assert not {"Corée du Sud", "Royaume-Uni", "Union européenne"} & adjectival_countries("fr")
    assert not adjectival_countries("en")
