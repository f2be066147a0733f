"""Title, date, author and source out of the text of a page."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.extractors.metadata import enrich, iso_date
from liaisons.graph.model import Article

ARTICLES = Path(__file__).parents[2].parent / "shared" / "articles"

TEXT = {
    "fr": "L’opérateur lyonnais met la main sur son rival nantais, fondé le 2 mai 1998, pour 40 millions d’euros. Les "
    "syndicats, eux, demandent des garanties.\n\nLe 4 mars 2019, il avait déjà racheté Vidéola, comme l’écrivait alors "
    "Paul Vidal (Reuters), et personne ne s’en était plaint dans la région.",
    "en": "The Leeds-based operator, founded on 2 May 1998, is paying £40m for its rival. Unions want guarantees on "
    "jobs before anything is signed.\n\nOn March 4, 2019 it had already bought Videola, as Paul Vidal (Reuters) "
    "reported at the time, and nobody in the region complained.",
}


def page(lang: str, head: str, tail: str = "") -> Article:
    return Article("a", "\n\n".join(part for part in (head, TEXT[lang], tail) if part), lang)


@pytest.mark.parametrize(
    ("lang", "label", "day"),
    [
        ("fr", "23 novembre 2023 à 09h09", "2023-11-23"),
        ("fr", "jeudi 15 février 2024", "2024-02-15"),
        ("fr", "3 sept. 2025", "2025-09-03"),
        ("fr", "28 janv 2022", "2022-01-28"),
        ("fr", "1er mars 2021", "2021-03-01"),
        ("fr", "12 août 2020", "2020-08-12"),
        ("fr", "12 AOUT 2020", "2020-08-12"),
        ("fr", "8 déc. 2020", "2020-12-08"),
        ("fr", "13/10/2023", "2023-10-13"),
        ("fr", "03/04/2023 16:42", "2023-04-03"),
        ("fr", "3.4.23", "2023-04-03"),
        ("fr", "23\u00a0novembre\u00a02023", "2023-11-23"),
        ("fr", "May 22, 2023", ""),
        ("en", "May 22, 2023", "2023-05-22"),
        ("en", "22 May 2023", "2023-05-22"),
        ("en", "Sept. 3, 2025", "2025-09-03"),
        ("en", "May 6th, 2025 at 9:41 AM EDT", "2025-05-06"),
        ("en", "Thu, 23 Nov 2023 09:09:00 GMT", "2023-11-23"),
        ("en", "11/23/2023", "2023-11-23"),
        ("en", "23/11/2023", "2023-11-23"),
        ("en", "03/04/2023", ""),
        ("en", "04/04/2023", "2023-04-04"),
        ("", "22 mai 2023", "2023-05-22"),
        ("", "May 22, 2023", "2023-05-22"),
        ("", "2023-11-23", "2023-11-23"),
        ("", "2023-11-23T09:09:00+01:00", "2023-11-23"),
        ("", "2023/11/23", "2023-11-23"),
        ("", "20231123", "2023-11-23"),
        ("", "1700730540", "2023-11-23"),
        ("", "1700730540000", "2023-11-23"),
        ("", "2023-02-30", ""),
        ("fr", "31 février 2020", ""),
        ("", "2023", ""),
        ("", "November 2023", ""),
        ("fr", "hier", ""),
        ("en", "yesterday", ""),
        ("en", "3 days ago", ""),
        ("fr", "22 mai", ""),
        ("", "n/a", ""),
        ("", "", ""),
    ],
)
def test_iso_date(lang, label, day):
    assert iso_date(label, lang) == day


@pytest.mark.parametrize(
    ("lang", "head", "tail", "day"),
    [
        ("fr", "Le 4 mars 2024 à 8h05", "", "2024-03-04"),
        ("fr", "Publié le 13/10/2023 à 16h42 par Loïc Tanneur · 37 commentaires", "", "2023-10-13"),
        ("fr", "Mis à jour le 05/03/2024 à 10:00 – Publié le 04/03/2024 à 08:05", "", "2024-03-04"),
        ("fr", "Mis à jour le 5 mars 2024 à 10h", "", "2024-03-05"),
        ("fr", "Nébula rachète Kartoflex\n\n5 mars 2024", "", "2024-03-05"),
        ("fr", "Maud Lestienne | 8 nov. 2022 | 4 min de lecture", "", "2022-11-08"),
        ("fr", "", "Publié le 4 mars 2024 à 8h05", "2024-03-04"),
        ("fr", "", "Commentaires (1)\nzozo, le 7 mars 2024 à 12:00\nBien vu.", ""),
        ("fr", "", "", ""),
        ("en", "By Rosa Whitlock | 30 August 2017, 14:12 | 3 min read", "", "2017-08-30"),
        ("en", "Updated: March 6, 2024\nPublished: March 4, 2024", "", "2024-03-04"),
        ("en", "Updated: 10-12-2020 01:48 IST | Created: 13-12-2020 01:21 IST", "", "2020-12-13"),
        ("en", "", "", ""),
    ],
)
def test_the_date_is_one_that_the_page_states_and_no_date_of_the_story(lang, head, tail, day):
    assert enrich(page(lang, head, tail)).date == day


@pytest.mark.parametrize(
    ("lang", "bracket", "day", "source"),
    [
        ("fr", "PARIS, 28 janv 2022 (AFP) – ", "2022-01-28", "AFP"),
        ("fr", "Bruxelles (Reuters) - ", "", "Reuters"),
        ("en", "DUBLIN, May 22 (Agencies) – ", "", ""),
        ("en", "NAIROBI, 17 September 2019 – ", "2019-09-17", ""),
        ("en", "WASHINGTON, Jan 12 (Reuters) - ", "", "Reuters"),
    ],
)
def test_a_dateline(lang, bracket, day, source):
    article = enrich(Article("a", bracket + TEXT[lang], lang))
    assert (article.date, article.source) == (day, source)


@pytest.mark.parametrize(
    ("lang", "head", "tail", "author"),
    [
        ("fr", "Par Maud Lestienne", "", "Maud Lestienne"),
        ("fr", "Par Maud Lestienne et Karim Haddad", "", "Maud Lestienne, Karim Haddad"),
        ("fr", "Par Maud Lestienne, envoyée spéciale à Toulouse", "", "Maud Lestienne"),
        ("fr", "Publié le 13/10/2023 à 16h42 par Loïc Tanneur · 37 commentaires", "", "Loïc Tanneur"),
        ("fr", "Maud Lestienne | 8 nov. 2022 | 4 min de lecture", "", "Maud Lestienne"),
        ("fr", "Maud Lestienne avec AFP", "", "Maud Lestienne"),
        ("fr", "Par la rédaction", "", ""),
        ("fr", "Par Le Courrier avec AFP", "", ""),
        ("fr", "", "Propos recueillis par Solène Yapo", "Solène Yapo"),
        ("fr", "", "Maud Lestienne", "Maud Lestienne"),
        ("fr", "", "", ""),
        ("en", "By Rosa Whitlock", "", "Rosa Whitlock"),
        ("en", "By Rosa Whitlock, Tim Abara and Jo van der Meer", "", "Rosa Whitlock, Tim Abara, Jo van der Meer"),
        ("en", "EXCLUSIVE By Rosa Whitlock-Stone – May 6, 2025 at 9:41 AM EDT", "", "Rosa Whitlock-Stone"),
        ("en", "By our staff", "", ""),
        ("en", "", "(Reporting by Rosa Whitlock; Editing by Tim Abara)", "Rosa Whitlock"),
        ("en", "", "", ""),
    ],
)
def test_the_author(lang, head, tail, author):
    assert enrich(page(lang, head, tail)).author == author


@pytest.mark.parametrize(
    ("lang", "head", "tail", "source"),
    [
        ("fr", "Le Courrier avec AFP", "", "Le Courrier"),
        ("fr", "Par Numéris avec AFP", "", "Numéris"),
        ("fr", "Maud Lestienne avec AFP", "", "AFP"),
        ("fr", "", "(Avec AFP)", "AFP"),
        ("fr", "", "© 2024 Le Courrier. Tous droits réservés.", "Le Courrier"),
        ("fr", "", "© Jean Vasseur / AFP", ""),
        ("en", "", "Copyright © 2024 The Gazette. All rights reserved.", "The Gazette"),
        ("en", "", "", ""),
    ],
)
def test_the_source(lang, head, tail, source):
    assert enrich(page(lang, head, tail)).source == source


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Nébula rachète Kartoflex\n\n{TEXT['fr']}", "Nébula rachète Kartoflex"),
        (f"Accueil > Tech > Espace\nNébula  rachète tout !\nPar Maud Lestienne\n{TEXT['fr']}", "Nébula rachète tout !"),
        (f"LE COURRIER SPATIAL\nPublié le 4 mars 2024\n{TEXT['fr']}", ""),
        (f"« Non », répond le patron de Nébula\n{TEXT['fr']}", "« Non », répond le patron de Nébula"),
        (TEXT["fr"], ""),
        ("Nébula a racheté Kartoflex.\nLes syndicats demandent des garanties.", ""),
        ("Nébula rachète Kartoflex", ""),
        ("La directrice de Nébula a confirmé mardi la signature d’un\npartage des brevets avec Kartoflex.", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_title_is_a_first_line_that_looks_like_a_headline(text, title):
    assert enrich(Article("a", text, "fr")).title == title


def test_only_empty_fields_are_filled():
    given = Article(
        "a", page("fr", "Par Maud Lestienne\nPublié le 4 mars 2024").text, "fr", "T", "2020-01-01", "u", "S", "A"
    )
    assert enrich(given) == given
    assert enrich(Article("a", given.text, "fr", author="A")).author == "A"
    assert enrich(Article("a", given.text, "fr", author="A")).date == "2024-03-04"


@settings(deadline=None)
@given(
    text=st.text()
    | st.lists(st.sampled_from(["Par A B", "4 mars 2024", "(AFP)", "By", "x" * 130 + "."])).map("\n".join)
)
def test_any_text_can_be_enriched_and_once_is_enough(text):
    for lang in ("fr", "en", "", "de"):
        once = enrich(Article("a", text, lang))
        assert (once.text, once.lang, once.id) == (text, lang, "a")
        assert enrich(once) == once


@settings(deadline=None)
@given(st.text(alphabet="0123456789/-.: TZ") | st.text())
def test_any_label_is_a_day_or_none(label):
    day = iso_date(label)
    assert day == "" or iso_date(day) == day


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles in ../shared/articles are not here")
@pytest.mark.parametrize(
    ("name", "title", "date", "author"),
    [
        ("000_dc93a346fb549ab9", "Bug informatique", "", "Sébastien Colson"),
        ("004_0cec7c83a17937a3", "L’affaire OpenAI", "2023-11-23", "Corentin Béchade"),
    ],
)
def test_a_real_page(name, title, date, author):
    text = (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")
    article = enrich(Article(name, text, "fr"))
    assert article.title.startswith(title)
    assert (article.date, article.author) == (date, author)
