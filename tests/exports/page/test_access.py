"""The page for everybody: axe-core finds no serious fault in either theme or language, whatever is selected or open."""

from typing import Any

import pytest

from .conftest import Browser, axe
from .graphs import small_graph

SELECTIONS = {
    "nothing": "",
    "an entity": "&entity=human/ada-nunez",
    "a statement": "&statement=human/ada-nunez,leads,group/orion,asserted",
    "a path": "&path=human/ada-nunez,group/vega",
}
OPENED = "for (const d of document.querySelectorAll('details')) d.open = true;"
FILTERED = (
    OPENED + "l.change({ filters: { statuses: ['negated'], relations: ['leads'], since: '2024-05', sources: [''] } })"
)


def violations(page: Browser) -> list[tuple[str, str, str]]:
    """The serious and critical ones: rule, what it is about, why."""
    page.run(axe())
    result: dict[str, Any] = page.driver.execute_async_script(
        "const done = arguments[0]; axe.run({ resultTypes: ['violations'] }).then(done, (e) => done({ error: String(e) }))"
    )
    return [
        (found["id"], node["html"], node["failureSummary"])
        for found in result["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
def test_no_serious_fault(browser: Browser, scheme: str, language: str, selection: str) -> None:
    browser.open(small_graph(), f"#theme={scheme}{selection}", language=language, title="Essai")
    assert violations(browser) == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "doing",
    [OPENED, FILTERED, "document.getElementById('tool-help').click()", "document.getElementById('tool-save').click()"],
    ids=["all open", "filtered", "help", "menu"],
)
def test_no_serious_fault_while_one_works(browser: Browser, scheme: str, doing: str) -> None:
    browser.open(small_graph(), f"#theme={scheme}")
    browser.run(doing)
    assert violations(browser) == []


@pytest.mark.browser
def test_no_serious_fault_on_a_phone(browser: Browser) -> None:
    browser.resize(390, 844)
    browser.open(small_graph(), "#entity=human/ada-nunez")
    browser.run(OPENED)
    assert violations(browser) == []
