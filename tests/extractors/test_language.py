"""Which language a text is in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.extractors.language import code, detect, name


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Elon Musk a racheté Twitter.", "fr"),
        ("Sam Altman quitte OpenAI et rejoint Microsoft.", "fr"),
        ("Microsoft rachète Activision.", "fr"),
        ("EMMANUEL MACRON A RENCONTRÉ TIM COOK À PARIS", "fr"),
        ("Google buys Fitbit.", "en"),
        ("Tim Cook met Emmanuel Macron in Paris on Tuesday.", "en"),
        ("El presidente del Gobierno se reunió con el director de Google.", "es"),
        ("Der Bundeskanzler hat gestern das Werk von Tesla besucht.", "de"),
        ("De minister bezoekt vandaag het kantoor van Google in Amsterdam.", "nl"),
        ("Il presidente del Consiglio ha incontrato i vertici di Google a Roma.", "it"),
        ("Президент встретился с руководством Google в Москве.", "ru"),
        ("首相は水曜日に東京でグーグルの最高経営責任者と会談した。", "ja"),
        ("", ""),
        ("12 345 €\n***", ""),
    ],
)
def test_detect(text, lang):
    assert detect(text) == lang


def test_a_quotation_at_the_beginning_does_not_decide():
    english = "We will fight them in the courts, and we will win, the chairman of the board told everybody there. " * 3
    french = (
        "Le ministre de l’Économie a répondu que la loi s’appliquait à tous, y compris aux géants du numérique. " * 30
    )
    assert detect(english + french) == "fr"


@pytest.mark.parametrize(
    ("label", "lang"),
    [
        ("fr", "fr"),
        (" FR ", "fr"),
        ("fr-FR", "fr"),
        ("fr_CA.UTF-8", "fr"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("eng", "en"),
        ("French", "fr"),
        ("français", "fr"),
        ("English", "en"),
        ("en-GB", "en"),
        ("German", "de"),
        ("Allemand", "de"),
        ("es-419", "es"),
        ("", ""),
        ("unknown", ""),
        ("null", ""),
    ],
)
def test_code(label, lang):
    assert code(label) == lang


@pytest.mark.parametrize(
    ("lang", "label"), [("es", "Spanish (es)"), ("zxx", "No linguistic content (zxx)"), ("?", "?")]
)
def test_name(lang, label):
    assert name(lang) == label


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_any_text_has_an_answer_and_always_the_same(text):
    assert detect(text) == detect(text)
    assert code(text) == code(text)
