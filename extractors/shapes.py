"""The lexicon `names` of a language as sets, and the shape of words that name something."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from ..graph.names import normalise
from .lexicon import load
from .places import adjectival_countries, calendar, countries, origins, places
from .relations import person_nouns

_BODIES = ("Company", "Institution", "Media", "Organization", "Party")
"""The types of names whose words in small letters an acronym can be made of."""

MAX_TOKENS = 10
"""Longer spans are sentences in title case, not names."""


class Rules:
    """The lexicon `names` of a language as sets."""

    def __init__(self, lang: str) -> None:
        data = load(lang, "names")
        institution = data["institution"]
        self.labels: Mapping[str, Mapping[str, float]] = data["labels"]
        self.unlisted: Mapping[str, Mapping[str, float]] = data["unlisted"]
        self.clitics = frozenset(data["clitics"])
        self.from_places = frozenset(data["from_places"])
        self.plurals = frozenset(data["plurals"]["articles"])
        self.plural_endings = frozenset(data["plurals"]["endings"])
        self.inside = {t: frozenset(w) for t, w in data["inside"].items()}
        self.before = {t: frozenset(w) for t, w in data["before"].items()}
        self.behind = {t: frozenset(w) for t, w in data["behind"].items()}
        self.followed = {key: frozenset(words) for key, words in data["followed"].items()}
        self.owned = frozenset(data["owned"])
        self.behind_owner = frozenset(data["behind_owner"])
        self.possessives = frozenset(load(lang, "references")["possessives"]) | frozenset(data["whose"])
        self.prepositions: Mapping[str, Mapping[str, float]] = data["preposition"]
        self.governed = {t: frozenset(w) for t, w in data["governed"].items() if t != "links"}
        self.links = frozenset(data["governed"]["links"])
        self.speech = frozenset(data["speech"])
        self.titles = frozenset(data["titles"])
        self.joint = frozenset(data["joint"])
        self.noble = frozenset(data["noble"])
        self.trim = frozenset(data["trim"])
        self.origin_articles = frozenset(data["origin_articles"])
        self.particles = frozenset(data["particles"])
        self.nobiliary = frozenset(data["nobiliary"])
        self.posts = frozenset(data["posts"])
        self.ranks = frozenset(data["ranks"])
        self.members = frozenset(word for words in data["parties"].values() for word in words)
        self.several_members = frozenset(f"{w}s" for w in self.members) & self.members
        self.with_party = self.posts | frozenset(data["politicians"]) | person_nouns(lang)
        self.party_behind = bool(load(lang, "parse").get("party"))
        self.stop = (
            frozenset(data["stop"])
            | frozenset(data["peoples"])
            | self.posts
            | calendar(lang)
            | frozenset(origins(lang))
        )
        self.origins = frozenset(origins(lang))
        self.heads = frozenset(institution["heads"])
        self.common_heads = frozenset(institution["common"])
        self.common_phrases = tuple(tuple(phrase.split()) for phrase in institution.get("common_phrases", ()))
        self.adjectives = frozenset(institution["adjectives"])
        self.joins = frozenset(institution["joins"])
        ministry = data["ministry"]
        self.ministry_posts: Mapping[str, str] = ministry["posts"]
        self.ministry_of: Mapping[str, str] = ministry["of"]
        self.ministry_small = frozenset(ministry["small_fields"])
        self.ministry_heads = frozenset(body.split()[0] for body in self.ministry_posts.values())
        self.ministry_fields, self.ministry_between = frozenset(ministry["fields"]), frozenset(ministry["between"])
        self.ministry_links, self.ministry_articles = frozenset(ministry["links"]), frozenset(ministry["articles"])
        self.ministry_adds, self.ministry_completes = frozenset(ministry["adds"]), frozenset(ministry["completes"])
        self.ministry_proper, self.ministry_bodies = frozenset(ministry["proper"]), frozenset(ministry["bodies"])
        self.ministry_called: Mapping[str, str] = ministry["called"]
        law = data["law"]
        self.law_heads, self.law_drafts = frozenset(law["heads"]), frozenset(law["drafts"])
        self.law_called, self.law_links = frozenset(law["called"]), frozenset(law["links"])
        self.law_articles = frozenset(law["articles"])
        self.states, self.state_articles = frozenset(institution["states"]), frozenset(institution["state_articles"])
        self.governments = frozenset(institution["governments"])
        self.state_posts = frozenset(institution["state_posts"])
        self.complete = frozenset(institution["complete"])
        self.completes = bool(institution["common_words"])
        self.heads_close = bool(institution["closes"])
        self.known = {normalise(name): type_ for type_, names in data["known"].items() for name in names}
        # Names that begin with the article of a plural, by the word behind it: "les Républicains", "des Républicains".
        split = [name.split() for names in data["known"].values() for name in names]
        self.plural_names = {w[1]: " ".join(w) for w in split if len(w) == 2 and w[0].lower() in self.plurals}
        # Names of media whose article a preposition has swallowed: "au Figaro".
        swallowed = data["swallowed"]
        self.swallowing, article = frozenset(swallowed["prepositions"]), swallowed["article"]
        media = [name.split() for name in data["known"]["Media"]]
        self.swallowed_names = {w[1]: " ".join(w) for w in media if len(w) == 2 and w[0] == article}
        # Inside a sentence the article of a party has a small letter: "le chef de la France insoumise".
        parties = [name.split() for name in data["known"]["Party"]]
        inside = [" ".join((w[0].lower(), *w[1:])) for w in parties if len(w) > 2]
        written = (name for names in (*data["known"].values(), inside) for name in names if not name.isalpha())
        self.phrases = _either([*written, *adjectival_countries(lang)])
        personal = data["personal"]
        self.personal_acts, self.undergone = frozenset(personal["acts"]), frozenset(personal["undergoes"])
        self.between_people = frozenset(personal["between"])
        self.ages = frozenset(personal["ages"])
        self.letter_contexts = frozenset(data["letters"]["after"])
        self.conjunctions = frozenset(data["conjunctions"])
        self.former = frozenset(data["former"]["words"])
        self.countries = countries(lang)
        self.places = places(lang)
        self.articles = frozenset(load(lang, "references")["determiners"]) | frozenset(data["articles"])
        self.scales = frozenset(load(lang, "amounts")["scales"])
        self.head_last = load(lang, "frames")["head"] == "last"
        self.described = {n: t for t, nouns in load(lang, "references")["descriptions"].items() for n in nouns}
        # What opens the name of a body in common words: "autorité de régulation".
        of_bodies = frozenset(word for type_ in _BODIES for word in data["inside"][type_])
        nouns = frozenset((*self.described, *institution["bodies"]))
        self.bodies = self.heads | self.common_heads | of_bodies | nouns
        self.described |= dict.fromkeys(person_nouns(lang), "Person")
        defining = data["defining"]
        self.copulas: frozenset[str] = frozenset(defining["copulas"])
        self.indefinite: frozenset[str] = frozenset(defining["articles"])
        self.kinds: dict[str, str] = {
            noun: type_ for type_, nouns in self.before.items() for noun in nouns
        } | self.described
        # "Nordavia is a leader" makes no person of it
        self.kinds = {noun: type_ for noun, type_ in self.kinds.items() if type_ != "Person"}
        self.kinds |= {noun: type_ for type_, nouns in defining["kinds"].items() for noun in nouns}
        self.head_first = load(lang, "frames")["head"] == "first"
        self.opening = frozenset(data["opening"])
        self.artifacts = frozenset(data["artifacts"])
        self._singulars: Mapping[str, str] = data["plurals"]["singulars"]

    def singular(self, phrase: Sequence[str], before: str) -> str:
        """The phrase in the singular, itself where both are one ("series"); "" where it is no plural.

        A word stands before it that shows it to be one, or a noun: "éditeur de logiciels X" does not announce software,
        nor "the company counts X" a noble.
        """
        at = 0 if self.head_first else len(phrase) - 1
        ending = next((e for e in self._singulars if phrase[at].endswith(e)), "")
        shown = self.possessives | (self.plurals or self.articles | self.origins)
        if not ending or before not in shown:
            return ""
        head = phrase[at].removesuffix(ending) + self._singulars[ending]
        return " ".join((*phrase[:at], head, *phrase[at + 1 :]))


def _either(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, whatever their apostrophes."""
    rows = sorted((re.escape(name).replace("'", "['’]") for name in names), key=lambda row: (-len(row), row))
    return re.compile(rf"(?<!\w)(?:{'|'.join(rows)})(?!\w)")


@cache
def rules(lang: str) -> Rules:
    """The rules of a language, read once."""
    return Rules(lang)


def is_capital(token: Token) -> bool:
    """Whether the word is spelled as names are: a capital first or inside ("xAI"), no digits alone."""
    text = token.text
    if len(text) < 2 or not text[0].isalpha():
        return False
    if not text[0].isupper():
        return any(c.isupper() for c in text) and (text.isalnum() or _is_electronic(text))
    return any(c.islower() for c in text) or text.replace(".", "").isalnum()


def _is_electronic(text: str) -> bool:
    """Whether a hyphen joins a small beginning to a name: "e-Santé"."""
    first, hyphen, last = text.partition("-")
    return bool(hyphen) and len(first) <= 2 and last[:1].isupper() and last.isalnum()


def is_rank(doc: Doc, i: int, row: Rules) -> bool:
    """Whether the word at `i` belongs to the post that follows: "Kart *Senior* Vice President X"."""
    if i + 1 >= len(doc) or doc[i].lower_ not in row.ranks:
        return False
    after = doc[i + 1]
    return is_capital(after) and not after.is_sent_start and after.lower_ in row.posts | row.ranks


def opens_sentence(span: Span) -> bool:
    """Whether a capital at the start of the span is the sentence's."""
    i = span.start
    while i > 0 and not span.doc[i].is_sent_start and (span.doc[i - 1].is_punct or span.doc[i - 1].is_space):
        i -= 1
    return i == 0 or bool(span.doc[i].is_sent_start)


def is_letter_name(token: Token, row: Rules) -> bool:
    """Whether one capital is a name that the lexicon knows: "sur X", "le patron de X"; not "rayons X", "X-ray".

    A former name behind it shows it as well: "X (ex-Twitter)".
    """
    if len(token.text) != 1 or not token.is_upper or normalise(token.text) not in row.known:
        return False
    doc, i = token.doc, token.i
    if any(t.text.strip() == "-" for t in doc[max(i - 1, 0) : i + 2]):
        return False
    after = doc[i + 1 : i + 3]
    renamed = len(after) == 2 and after[0].text in {"(", ","} and after[1].lower_.rstrip("-") in row.former
    return renamed or (i > 0 and doc[i - 1].lower_ in row.letter_contexts)
