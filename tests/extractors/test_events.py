"""Events without a proper name: which nominals are events, and which are one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.extractors.events import events


@pytest.mark.parametrize(
    ("lang", "sentences", "expected"),
    [
        # what tells which one it is: a qualifier of its class, a nationality, a year, a name
        ("fr", "l'//ROOT élection//x/l' présidentielle//x/l'", ["élection présidentielle: élection présidentielle"]),
        ("en", "the//ROOT presidential//x/the election//x/the", ["presidential election: presidential election"]),
        ("fr", "la//ROOT présidentielle//x/la", ["présidentielle: présidentielle"]),
        (
            "fr",
            "la//ROOT présidentielle//x/la américaine//x/la de//x/la 2024//x/la",
            ["présidentielle américaine de 2024: présidentielle américaine de 2024"],
        ),
        (
            "en",
            "the//ROOT 2024//x/the American//x/the presidential//x/the election//x/the",
            ["2024 American presidential election: 2024 American presidential election"],
        ),
        ("fr", "le//ROOT procès//x/le de//x/le Nordavia/Company/x/le", ["procès de Nordavia: procès de Nordavia"]),
        ("en", "the//ROOT trial//x/the of//x/the Nordavia/Company/x/the", ["trial of Nordavia: trial of Nordavia"]),
        # a definite noun takes up the only event before it that it can describe
        (
            "fr",
            "le//ROOT rachat//x/le de//x/le Nordavia/Company/x/le .|l'//ROOT opération/NOUN/x/l'",
            ["rachat de Nordavia: rachat de Nordavia, opération"],
        ),
        (
            "en",
            "the//ROOT takeover//x/the of//x/the Nordavia/Company/x/the .|this//ROOT deal/NOUN/x/this",
            ["takeover of Nordavia: takeover of Nordavia, deal"],
        ),
        # … but not an indefinite one, nor one with a complement of its own, nor where there are two
        (
            "fr",
            "le//ROOT rachat//x/le de//x/le Nordavia/Company/x/le .|une//ROOT opération/NOUN/x/une",
            ["rachat de Nordavia: rachat de Nordavia"],
        ),
        (
            "fr",
            "le//ROOT rachat//x/le de//x/le Nordavia/Company/x/le .|l'//ROOT opération/NOUN/x/l' de//x/l' police//x/l'",
            ["rachat de Nordavia: rachat de Nordavia"],
        ),
        # nothing does
        ("fr", "une//ROOT élection//x/une", []),
        ("en", "an//ROOT election//x/an", []),
        ("fr", "le//ROOT procès//x/le hier//x/le", []),
        # a verb, a part of a name
        ("en", "they//nsubj/vote vote/VERB/ROOT 2024//x/vote", []),
        ("fr", "le//ROOT Forum_de_2024/Event/x/le", []),
        # not across a sentence
        ("fr", "le//ROOT procès//x/le .|Nordavia/Company/ROOT", []),
        ("en", "a//ROOT vote//x/a .|2024//ROOT", []),
        # one class, qualifiers that agree: one event, called by what tells most
        (
            "fr",
            "la//ROOT présidentielle//x/la .|l'//ROOT élection//x/l' présidentielle//x/l' de//x/l' 2024//x/l'",
            ["élection présidentielle de 2024: présidentielle, élection présidentielle de 2024"],
        ),
        (
            "en",
            "the//ROOT presidential//x/the election//x/the .|the//ROOT 2024//x/the presidential//x/the race//x/the",
            ["2024 presidential race: presidential election, 2024 presidential race"],
        ),
        # … and that do not: two
        (
            "fr",
            "l'//ROOT élection//x/l' présidentielle//x/l' .|l'//ROOT élection//x/l' législative//x/l'",
            ["élection présidentielle: élection présidentielle", "élection législative: élection législative"],
        ),
        (
            "en",
            "the//ROOT 2020//x/the election//x/the .|the//ROOT 2024//x/the election//x/the",
            ["2020 election: 2020 election", "2024 election: 2024 election"],
        ),
        # other classes: takeovers, attacks, strikes, scandals by a name or a date behind a small word
        ("fr", "le//ROOT rachat//x/le de//x/le Nordavia/Company/x/le", ["rachat de Nordavia: rachat de Nordavia"]),
        (
            "fr",
            "le//ROOT rachat//x/le de//x/le Nordavia/Company/x/le par//x/le Quantelle/Company/x/le",
            ["rachat de Nordavia par Quantelle: rachat de Nordavia par Quantelle"],
        ),
        ("fr", "la//ROOT grève//x/la du//x/la 2//x/la mai//x/la", ["grève du 2 mai: grève du 2 mai"]),
        ("fr", "une//ROOT cyberattaque//x/une contre//x/une Nordavia/Company/x/une", ["cyberattaque contre Nordavia"]),
        ("fr", "l'//ROOT affaire//x/l' Nordavia/Company/x/l'", ["affaire Nordavia"]),
        ("fr", "le//ROOT rachat//x/le Nordavia/Company/x/le", []),
        ("fr", "une//ROOT panne//x/une vendredi//x/une", []),
        ("en", "the//ROOT takeover//x/the of//x/the Nordavia/Company/x/the", ["takeover of Nordavia"]),
        (
            "en",
            "Nordavia/Company/x/ban 's//x/Nordavia ban//ROOT on//x/ban Kart/Product/x/ban",
            ["Nordavia's ban on Kart"],
        ),
        ("en", "the//ROOT outage//x/the of//x/the 3//x/the May//x/the", ["outage of 3 May"]),
        ("en", "a//ROOT strike//x/a may//x/a end//x/a", []),
        # another sense of the word: what it is of, or a word before it, tells
        ("fr", "l'//ROOT audience//x/l' de//x/l' Nordavia/Company/x/l'", []),
        ("fr", "l'//ROOT audience//x/l' de//x/l' Canal_Brume/Media/x/l'", []),
        ("fr", "l'//ROOT audience//x/l' de//x/l' Lise_Aubert/Person/x/l'", ["audience de Lise Aubert"]),
        ("fr", "l'//ROOT audience//x/l' du//x/l' 12//x/l' mars//x/l'", ["audience du 12 mars"]),
        ("fr", "le//ROOT prix//x/le de//x/le la//x/le Kart/Product/x/le", []),
        ("fr", "le//ROOT prix//x/le de//x/le Nordavia/Company/x/le", []),
        ("fr", "le//ROOT prix//x/le Lise/Person/x/le Aubert/Person/x/le", ["prix Lise Aubert"]),
        ("fr", "le//ROOT salon//x/le de//x/le Lise_Aubert/Person/x/le", []),
        ("fr", "le//ROOT salon//x/le de//x/le Corvanne/Place/x/le", ["salon de Corvanne"]),
        ("en", "a//ROOT clinical//x/trial trial//x/a by//x/trial Nordavia/Company/x/by", []),
        ("en", "a//ROOT fraud//x/trial trial//x/a by//x/trial Nordavia/Company/x/by", ["fraud trial by Nordavia"]),
        ("en", "the//x/source primary//amod/source 2024//x/source source//ROOT", []),
        ("fr", "les//x/taxes taxes//ROOT municipales/ADJ/amod/taxes de//x/taxes 2020//x/taxes", []),
        (
            "fr",
            "la//x/campagne campagne//ROOT présidentielle/ADJ/amod/campagne de//x/la 2022//x/la",
            ["présidentielle de 2022"],
        ),
        (
            "fr",
            "les//x/élections élections//ROOT régionales/ADJ/amod/élections de//x/élections 2021//x/élections",
            ["élections régionales de 2021"],
        ),
        # an article tells an election, where nothing else is said of it
        ("fr", "l'//ROOT élection//x/l' approche//x/l'", ["élection: élection"]),
        ("fr", "une//ROOT élection//x/une approche//x/une", []),
        ("fr", "la//ROOT panne//x/la dure//x/la", []),
        ("fr", "", []),
    ],
)
def test_events(tree, lang, sentences, expected):
    doc = tree(lang, *(s for s in sentences.split("|") if s))
    found = [cluster for _, cluster in events(doc)]
    assert {cluster.type for cluster in found} <= {"Event"}
    lines = [f"{c.name}: {', '.join(doc[m.start : m.end].text for m in c.mentions)}" for c in found]
    assert lines == [line if ": " in line else f"{line}: {line}" for line in expected]


def test_the_class_of_an_event(tree):
    doc = tree("fr", "le//ROOT procès//x/le de//x/le Nordavia/Company/x/le , la//x/le présidentielle//x/le")
    assert [kind for kind, _ in events(doc)] == ["trial", "election"]


@pytest.mark.parametrize(
    ("lang", "sentence", "kind"),
    [
        ("fr", "la//ROOT présidentielle//x/la", "presidential_election"),
        ("fr", "l'//ROOT élection//x/l' présidentielle//x/l'", "presidential_election"),
        ("fr", "les//ROOT élections//x/les européennes//x/les", "european_election"),
        ("fr", "l'//ROOT élection//x/l'", "election"),
        ("fr", "la//ROOT grève//x/la générale//x/la", "strike"),
        ("en", "the//ROOT presidential//x/the election//x/the", "presidential_election"),
        ("en", "the//ROOT Republican/Party/x/the primary//x/the", "primary_election"),
        ("en", "the//ROOT senate//x/the hearing//x/the", "trial"),  # a word of elections in another event
    ],
)
def test_the_narrower_class(tree, lang, sentence, kind):
    ((_, cluster),) = events(tree(lang, sentence))
    assert cluster.kind == kind


WORDS = ["le", "de", "élection", "présidentielle", "2024", "procès", "américaine", "Nordavia/Company", "sommet", "."]


@settings(max_examples=100, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=15))
def test_mentions_of_events_do_not_overlap(tree, words):
    cells = [w if w == "." else f"{w if '/' in w else w + '/X'}/x/début" for w in words]
    doc = tree("fr", " ".join(["début/X/ROOT", *cells]))
    spans = sorted((m.start, m.end) for _, c in events(doc) for m in c.mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
