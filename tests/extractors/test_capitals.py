"""Capitals that act stand for their states."""

import pytest

from liaisons.extractors import extract, load
from liaisons.graph.model import Article

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("lang", "text", "name", "forms"),
    [
        ("fr", "La Chine proteste. Pékin a menacé Boeing.", "Chine", {"Chine", "Pékin"}),
        ("fr", "La Chine proteste. Le président est arrivé à Pékin.", "Chine", {"Chine"}),
        ("fr", "Pékin a menacé Boeing.", "Pékin", {"Pékin"}),  # of China nothing is said
        ("fr", "La diplomatie russe s'agace. Moscou accuse Londres.", "Russie", {"russe", "Moscou"}),
        (
            *("fr", "La Commission européenne enquête sur Google. Bruxelles accuse aussi Apple."),
            *("Commission européenne", {"Commission européenne", "Bruxelles"}),
        ),
        (
            *("fr", "La Commission européenne enquête sur Google. Anne Martin vit à Bruxelles."),
            *("Commission européenne", {"Commission européenne"}),
        ),
        ("en", "China protested. Beijing threatened Boeing.", "China", {"China", "Beijing"}),
        ("en", "China protested. Ada Morel flew to Beijing with Paul Astier.", "China", {"China"}),
        ("en", "American troops left Iraq. Washington condemned Huawei.", "United States", {"American", "Washington"}),
        (
            *("en", "The European Commission is investigating Google. Brussels fined Apple."),
            *("European Commission", {"European Commission", "Brussels"}),
        ),
        ("en", "London is expensive. Ada Morel left Britain for London.", "Britain", {"Britain"}),
    ],
)
def test_a_capital_that_acts_is_its_state(lang, text, name, forms):
    (found,) = extract([Article("a", text, lang)], pipelines={lang: load(lang)})
    (entity,) = [e for e in found.entities if e.name == name]
    assert {m.span.quote for m in entity.mentions if m.kind != "pronoun"} == forms
