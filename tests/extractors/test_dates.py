"""Dates: which words are one, and what they come to on a given day."""

from datetime import date

import pytest
import spacy

from liaisons.extractors.dates import dates, resolve

TODAY = date(2023, 11, 23)  # a Thursday
ANCHOR = date(2022, 10, 27)

# words, in the past, in the future (the same where it is not given); "-" for no date, "" for words that are none
FORMS = {
    "fr": [
        ("le 27 octobre 2022", "2022-10-27"),
        ("le jeudi 27 octobre 2022", "2022-10-27"),
        ("le 1er mars 2024", "2024-03-01"),
        ("le 27/10/2022", "2022-10-27"),
        ("le 27 octobre", "2023-10-27", "2024-10-27"),
        ("le 24 novembre", "2022-11-24", "2023-11-24"),
        ("jeudi 23 novembre", "2023-11-23"),
        ("le 30 février", "-"),
        ("en octobre 2022", "2022-10"),
        ("fin octobre 2022", "2022-10"),
        ("en octobre", "2023-10", "2024-10"),
        ("en décembre", "2022-12", "2023-12"),
        ("en novembre", "2023-11"),
        ("en mars dernier", "2023-03"),
        ("mi-juin", "2023-06", "2024-06"),
        ("en janvier prochain", "2024-01"),
        ("en 2019", "2019"),
        ("début 2023", "2023"),
        ("depuis 1991", "1991"),
        ("au printemps 2022", "2022"),
        ("à la rentrée 2022", "2022"),
        ("au printemps", "2023", "2024"),
        ("l'été dernier", "2023"),
        ("mardi", "2023-11-21", "2023-11-28"),
        ("jeudi", "2023-11-23"),
        ("mercredi soir", "2023-11-22", "2023-11-29"),
        ("jeudi dernier", "2023-11-16"),
        ("jeudi prochain", "2023-11-30"),
        ("hier", "2023-11-22"),
        ("avant-hier", "2023-11-21"),
        ("ce matin", "2023-11-23"),
        ("demain", "2023-11-24"),
        ("la veille", "2022-10-26"),
        ("le lendemain", "2022-10-28"),
        ("cette semaine", "2023-11"),
        ("la semaine dernière", "2023-11"),
        ("la semaine prochaine", "2023"),  # from November into December
        ("le mois dernier", "2023-10"),
        ("ce mois-ci", "2023-11"),
        ("l'an dernier", "2022"),
        ("l'année prochaine", "2024"),
        ("cette année", "2023"),
        ("il y a trois jours", "2023-11-20"),
        ("il y a trente jours", "2023-10"),
        ("il y a deux semaines", "2023-11"),
        ("il y a six mois", "2023-05"),
        ("il y a 18 mois", "2022"),
        ("il y a deux ans", "2021"),
        ("il y a près de dix ans", "2013"),
        ("il y a une décennie", "2013"),
        ("depuis un an", "2022"),
        ("dans trois mois", "2024-02"),
        # times without a date
        ("de 2010 à 2015", "-"),
        ("entre 2014 et 2016", "-"),
        ("2014-2016", "-"),
        ("d'ici à 2030", "-"),
        ("il y a quelques mois", "-"),
        ("trois ans plus tard", "-"),
        ("tous les mardis", "-"),
        ("dans les années 1990", "-"),
        # not times
        ("2 000 salariés", ""),
        ("la planète Mars", ""),
        ("les mardis de la danse", ""),
        ("12 rue de mai", ""),
        ("2024", ""),
    ],
    "en": [
        ("on October 27, 2022", "2022-10-27"),
        ("on 27 October 2022", "2022-10-27"),
        ("on Oct. 27", "2023-10-27", "2024-10-27"),
        ("on the 27th of October", "2023-10-27", "2024-10-27"),
        ("on Thursday, November 23", "2023-11-23"),
        ("on February 30", "-"),
        ("in October 2022", "2022-10"),
        ("in October", "2023-10", "2024-10"),
        ("in December", "2022-12", "2023-12"),
        ("last March", "2023-03"),
        ("next January", "2024-01"),
        ("in late June", "2023-06", "2024-06"),
        ("in 2019", "2019"),
        ("early 2023", "2023"),
        ("since 1991", "1991"),
        ("in the spring of 2022", "2022"),
        ("in the spring", "2023", "2024"),
        ("last summer", "2023"),
        ("on Monday", "2023-11-20", "2023-11-27"),
        ("on Thursday night", "2023-11-23"),
        ("last Thursday", "2023-11-16"),
        ("next Thursday", "2023-11-30"),
        ("yesterday", "2023-11-22"),
        ("this morning", "2023-11-23"),
        ("tomorrow", "2023-11-24"),
        ("a day earlier", "2022-10-26"),
        ("the next day", "2022-10-28"),
        ("earlier this week", "2023-11"),
        ("last week", "2023-11"),
        ("next week", "2023"),
        ("last month", "2023-10"),
        ("earlier this month", "2023-11"),
        ("last year", "2022"),
        ("next year", "2024"),
        ("earlier this year", "2023"),
        ("three days ago", "2023-11-20"),
        ("two weeks ago", "2023-11"),
        ("six months ago", "2023-05"),
        ("18 months ago", "2022"),
        ("two years ago", "2021"),
        ("nearly ten years ago", "2013"),
        ("a decade ago", "2013"),
        ("in three months", "2024-02"),
        ("from 2010 to 2015", "-"),
        ("between 2014 and 2016", "-"),
        ("by 2030", "-"),
        ("a few months ago", "-"),
        ("three years later", "-"),
        ("every week", "-"),
        ("in the 1990s", "-"),
        ("he may buy it", ""),
        ("on a march", ""),
        ("Theresa May", ""),
        ("2,019 people", ""),
        ("2024", ""),
    ],
}


@pytest.mark.parametrize(("lang", "row"), [(lang, row) for lang in FORMS for row in FORMS[lang]])
def test_dates(lang, row):
    words, *expected = row
    doc = spacy.blank(lang)(f"Nordavia {words} .")
    found = dates(doc[:])
    assert len(found) == (expected != [""])
    for toward, value in zip(("past", "future"), expected * 2, strict=False):
        assert [resolve(f, lang, TODAY, toward, ANCHOR) or "-" for f in found] == ([value] if value else [])


@pytest.mark.parametrize("lang", sorted(FORMS))
def test_without_the_day_of_the_article_only_dates_that_stand_alone_are_known(lang):
    for words, *_ in FORMS[lang]:
        for found in dates(spacy.blank(lang)(f"Nordavia {words} .")[:]):
            alone = "year" in found.parts and not found.form.none
            assert resolve(found, lang, None, "past") in ({None} if not alone or "février" in words else {_[0]})


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", "mardi"), ("fr", "en octobre"), ("en", "on Monday"), ("en", "in June")]
)
def test_without_a_tense_a_word_that_has_two_dates_has_none(lang, words):
    doc = spacy.blank(lang)(f"Nordavia {words} .")
    assert [resolve(found, lang, TODAY, "") for found in dates(doc[:])] == [""]
