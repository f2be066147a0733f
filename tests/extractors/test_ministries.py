"""Ministries that their ministers name, and parties by the plural of their members."""

import pytest

from liaisons.extractors.pipeline import load

NAMED = [
    ("fr", "La ministre de la Culture, Awa Ndiaye, a démissionné.", "ministère de la Culture"),
    ("fr", "Awa Ndiaye, ministre des Sports et de la Jeunesse, se tait.", "ministère des Sports et de la Jeunesse"),
    ("fr", "L'ex-ministre de la Justice Omar Sylla se tait.", "ministère de la Justice"),
    ("fr", "Le ministre italien de la Défense Paolo Ferri se tait.", "ministère de la Défense"),
    ("fr", "La ministre déléguée chargée du Numérique Lena Koch se tait.", "ministère du Numérique"),
    (
        "fr",
        "La ministre de la Cohésion des territoires, Lena Koch, se tait.",
        "ministère de la Cohésion des territoires",
    ),
    ("fr", "Le secrétaire d'État au Commerce, Omar Sylla, se tait.", "secrétariat d'État au Commerce"),
    ("en", "Culture Minister Ada Bello resigned.", "Culture Ministry"),
    ("en", "The minister of health, Ada Bello, resigned.", "Ministry of Health"),
    ("en", "Kenya's finance minister, Ada Bello, resigned.", "Finance Ministry"),
]

OTHERS = [
    ("fr", "Le Premier ministre du Togo, Omar Sylla, se tait.", {"Togo", "Omar Sylla"}),
    ("fr", "Le ministre d'Emmanuel Macron se tait.", {"Emmanuel Macron"}),
    ("fr", "Le chef de l'État, Omar Sylla, se tait.", {"Omar Sylla"}),
    ("fr", "L'État a vendu Kart.", {"État", "Kart"}),
    (
        "fr",
        "Le ministre italien de la Défense, Paolo Ferri, a reçu le ministre allemand de la Défense, Jan Kohl.",
        {"ministère italien de la Défense", "ministère allemand de la Défense", "Paolo Ferri", "Jan Kohl"},
    ),
    ("fr", "La ministre de la Culture a parlé. Le ministère de la Culture se tait.", {"ministère de la Culture"}),
    (
        "en",
        "Culture Minister Ada Bello resigned. The Ministry of Culture is silent.",
        {"Ministry of Culture", "Ada Bello"},
    ),
    ("fr", "Omar Sylla préside les Républicains. Les élus LR se taisent.", {"Omar Sylla", "Les Républicains"}),
    ("fr", "Le Parti socialiste se tait. Omar Sylla quitte le PS.", {"Parti socialiste", "Omar Sylla"}),
]


@pytest.fixture(scope="module")
def names():
    pipelines = {lang: load(lang) for lang in ("fr", "en")}
    return lambda lang, text: {
        c.name for c in pipelines[lang](text)._.clusters if any(m.via == "name" for m in c.mentions)
    }


@pytest.mark.model
@pytest.mark.parametrize(("lang", "text", "name"), NAMED)
def test_a_minister_names_a_ministry(names, lang, text, name):
    assert name in names(lang, text)


@pytest.mark.model
@pytest.mark.parametrize(("lang", "text", "expected"), OTHERS)
def test_what_is_named(names, lang, text, expected):
    assert names(lang, text) == expected
