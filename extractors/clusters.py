"""Which names of one article name one thing, and of what type.

Names meet by their form: the same words, a surname and a full name, an acronym and its expansion, a former name in a
parenthesis, a slip in a longer surname. A bare surname that two people bear joins neither.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from spacy.tokens import Doc

from ..graph.model import MentionKind
from ..graph.names import normalise
from ..graph.ontology import ontology
from .annotations import Cluster, Name, Reference
from .cues import INSIDE as CUE
from .cues import WELL_KNOWN
from .gazetteers import first_names, last_names
from .lexicon import load
from .places import countries, places
from .shapes import rules

Votes = defaultdict[str, defaultdict[str, float]]

SHORTENED = frozenset(("Company", "Institution", "Party", "Media", "Organization", "Product", "Event", "Work"))
"""The types of names whose first word can stand for them."""

SLIP = 0.9
"""Two surnames after the same first name are one from this similarity on (`difflib`: 2·matches / letters)."""

LONE_PERSON = 0.4
"""What a lone word's votes for a person weigh: a word that is part of no full name and has no title is a brand more
often than a person, whatever the model says (it knows people, and few brands)."""

TAKEN_UP = 2.0
"""What it speaks for a person that the last word of a name stands for it elsewhere, as a surname does."""

SHORTENED_FORM = 0.5
"""What the votes for a surname or an acronym alone weigh beside those for the full name."""

_SMALL = re.compile(r" ((?:[a-zà-ÿ]+(?: |['’]))+)([^\W\d_a-zà-ÿ].*)")  # words in small letters, and the rest

_SHORT = 4

_WEAK = 2.0  # a label of the model alone; more than that per mention is a title or a cue word


def clusters(doc: Doc, names: Sequence[Name]) -> list[Cluster]:
    """The names of `doc` grouped by what they name, in the order of the first mention."""
    forms = [normalise(_text(doc, n)) or _text(doc, n) for n in names]
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for form, name in zip(forms, names, strict=True):
        own = votes[form]  # also where there are no votes
        for type_, weight in name.votes.items():
            own[type_] += weight
    same = _Same(forms)
    _join_former_names(doc, names, forms, same)
    _join_acronyms(doc, names, forms, same)
    _join_countries(doc.lang_, forms, same)
    _join_ministries(doc.lang_, names, forms, same)
    branches = _join_branches(doc, names, forms, votes, same)
    _join_initials(forms, votes, same)
    _join_variants(votes, same, doc.lang_)
    groups: dict[str, list[int]] = {}
    for i, form in enumerate(forms):
        groups.setdefault(same.root(form), []).append(i)
    return [
        _cluster(doc, [names[i] for i in members], [forms[i] for i in members], votes, branches)
        for members in groups.values()
    ]


class _Same:
    """Union-find over forms; the root is the form that came first."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._parent = {f: f for f in forms}
        self._order = {f: i for i, f in enumerate(self._parent)}

    def root(self, form: str) -> str:
        while self._parent[form] != form:
            form = self._parent[form]
        return form

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.root(a), self.root(b)), key=self._order.__getitem__)
        self._parent[second] = first


def _join_former_names(doc: Doc, names: Sequence[Name], forms: Sequence[str], same: _Same) -> None:
    """ "X (ex-Twitter)", "X, formerly Twitter", "X, l'ex-Twitter"."""
    former = frozenset(load(doc.lang_, "names")["former"]["words"])
    articles = frozenset(load(doc.lang_, "references")["determiners"])
    for i in range(1, len(names)):
        between = [t.lower_ for t in doc[names[i - 1].end : names[i].start]]
        opened = between and between[0] in {"(", ","}
        words = [w for w in between if w not in {"(", ",", "-"} | articles]
        if opened and words and all(w.rstrip("-") in former for w in words):
            same.join(forms[i - 1], forms[i])


def _join_acronyms(doc: Doc, names: Sequence[Name], forms: Sequence[str], same: _Same) -> None:
    """ "Competition and Markets Authority (CMA)", either way round."""
    for i in range(1, len(names)):
        between = "".join(t.text for t in doc[names[i - 1].end : names[i].start])
        if between != "(" or names[i].end >= len(doc) or doc[names[i].end].text != ")":
            continue
        first, second = doc[names[i - 1].start : names[i - 1].end].text, doc[names[i].start : names[i].end].text
        if is_acronym(second, first) or is_acronym(first, second):
            same.join(forms[i - 1], forms[i])


def _join_countries(lang: str, forms: Iterable[str], same: _Same) -> None:
    """ "Britain" and "the UK" are one country."""
    first: dict[str, str] = {}
    for form in forms:
        if form in countries(lang):
            same.join(first.setdefault(countries(lang)[form], form), form)


def _join_ministries(lang: str, names: Sequence[Name], forms: Sequence[str], same: _Same) -> None:
    """ "Culture Minister" names what is the "Ministry of Culture" elsewhere."""
    joins = frozenset(load(lang, "names")["institution"]["joins"])
    words = {form: frozenset(form.split()) - joins for form in forms}
    for form in dict.fromkeys(f for f, n in zip(forms, names, strict=True) if n.called):
        for other in (f for f in words if f != form and words[f] == words[form]):
            same.join(form, other)


def _join_branches(doc: Doc, names: Sequence[Name], forms: Sequence[str], votes: Votes, same: _Same) -> Collection[str]:
    """A firm's name for a place joins its own name, if the article has that; the names that did are given."""
    form = {_text(doc, name): form for name, form in zip(names, forms, strict=True)}
    joined = [(short, long) for short, long in _branches(doc, names) if _best(votes[form[long]]) == "Company"]
    for short, long in joined:
        same.join(form[short], form[long])
    return {long for _, long in joined}


def _join_initials(forms: Sequence[str], votes: Votes, same: _Same) -> None:
    """An acronym joins the only full name whose long words have its letters as initials, all and no others."""
    full: defaultdict[str, list[str]] = defaultdict(list)
    for form in dict.fromkeys(forms):
        initials = "".join(word[0] for word in form.split() if len(word) > 3)
        if len(initials) > 2 and _best(votes[form]) != "Person":
            full[initials].append(form)
    for form in dict.fromkeys(forms):
        if len(full.get(form, ())) == 1:
            same.join(full[form][0], form)
        short = len(form) <= _SHORT and " " not in form and _best(votes[form]) == "Party"
        # "LFI" is the only party whose words, small ones too, have these initials.
        whole = [f for f in dict.fromkeys(forms) if " " in f and _best(votes[f]) == "Party"] if short else []
        whole = [f for f in whole if form == "".join(word[0] for word in f.split())]
        if len(whole) == 1:
            same.join(whole[0], form)


def is_acronym(short: str, long: str) -> bool:
    """Whether the letters of `short` are initials of words of `long`, in order.

    >>> is_acronym("Cnil", "Commission nationale de l'informatique et des libertés")
    True
    >>> is_acronym("UE", "Commission européenne")
    False
    """
    letters = normalise(short).replace(" ", "")
    initials = iter(word[0] for word in normalise(long).split())
    return 2 <= len(letters) <= 8 and " " not in short and all(letter in initials for letter in letters)


def _join_variants(votes: Votes, same: _Same, lang: str) -> None:
    """A part of a name joins the only full name that it can be a part of."""
    full = [f for f in votes if " " in f]
    complete, governments = {normalise(name) for name in rules(lang).complete}, rules(lang).governments
    order = {form: i for i, form in enumerate(votes)}
    for form, counts in votes.items():
        if " " in form:
            for other in full:
                if other != form and _slip(form, other):
                    same.join(form, other)
            continue
        # A name that its last word alone takes up again is a person's, unless a cue word says otherwise.
        person = [f for f in full if f.split()[-1] == form and (_best(votes[f]) == "Person" or _personal(f, votes[f]))]
        for f in person:
            votes[f]["Person"] += TAKEN_UP
        # An organisation is shortened once its full name was given: "Kart" before "Kart Studios" is another; but "la
        # Commission" at the top of an article is the only "Commission européenne" that it goes on to name. ("Le
        # Parlement" there may be that of a country.)
        other_ = [
            f
            for f in full
            if f.split()[0] == form
            and (order[f] < order[form] or (f in complete and form not in governments))
            and len(form) > 1
            and (_best(votes[f]) in SHORTENED or _no_person(f))
        ]
        known = form in countries(lang) or places(lang).get(form, 0) >= WELL_KNOWN
        wide = person or ([] if known and _best(counts) == "Place" else other_)
        for f in wide:
            if _best(votes[f]) == "Person" and f in other_ and f not in person:
                for said in (votes[f], counts):
                    said["Company"] += said.pop("Person", 0.0)
        if not wide and form in first_names():  # "Ada" for "Ada Nunez"
            wide = [f for f in full if f.split()[0] == form and len(f.split()) < 4 and _best(votes[f]) == "Person"]
        if wide and len({same.root(f) for f in wide}) == 1:
            same.join(wide[0], form)
    for form in full:  # "Thierry Breton" and "M. Thierry Breton" are one already; here "Le Pen" and "Marine Le Pen"
        wide = [f for f in full if f != form and f.endswith(" " + form) and _best(votes[f]) == "Person"]
        if wide and len({same.root(f) for f in wide}) == 1:
            same.join(wide[0], form)


def _personal(form: str, votes: Mapping[str, float]) -> bool:
    """Whether a name is as long as people's are, and no cue word speaks for something else."""
    cued = any(weight >= CUE for type_, weight in votes.items() if type_ != "Person")
    return len(form.split()) <= 3 and not cued


def _no_person(form: str) -> bool:
    """Whether neither the first nor the last word of a name is one of people."""
    first, *_, last = form.split()
    return not {first, last} & (first_names().keys() | last_names())


def _slip(a: str, b: str) -> bool:
    """Two spellings of a surname of six letters or more after the same first name."""
    (*first, x), (*second, y) = a.split(), b.split()
    return first == second and min(len(x), len(y)) >= 6 and SequenceMatcher(None, x, y).ratio() >= SLIP


def _best(votes: Mapping[str, float]) -> str:
    order = list(ontology().types)
    return min(votes, key=lambda t: (-votes[t], order.index(t)), default="Company")


def _text(doc: Doc, name: Name) -> str:
    return name.called or doc[name.start : name.end].text


def _cluster(doc: Doc, names: Sequence[Name], forms: Sequence[str], votes: Votes, branches: Collection[str]) -> Cluster:
    total: defaultdict[str, float] = defaultdict(float)
    whole = any(" " in form for form in forms)
    for form in dict.fromkeys(forms):
        for type_, weight in votes[form].items():
            total[type_] += weight if " " in form or not whole else weight * SHORTENED_FORM
    surname = len(names) > 1 and all(f in last_names() for f in forms)
    lone = not surname and all(" " not in f for f in forms) and total["Person"] <= _WEAK * len(names)
    if lone and total["Person"]:
        total["Company"] += total["Person"] * (1 - LONE_PERSON)
        total["Person"] *= LONE_PERSON
    surfaces = [_text(doc, n) for n in names]
    type_ = _best({t: v for t, v in total.items() if v})
    return Cluster(
        name=_fullest([s for s in surfaces if type_ != "Company" or s not in branches]),
        type=type_,
        certainty=max(n.votes.get(type_, 0.0) for n in names),
        mentions=[Reference(n.start, n.end, MentionKind.NAME, n.doubt) for n in names],
    )


def _branches(doc: Doc, names: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """A name, and another that is it and a place after small words: "Kart", "Kart pour l'Europe".

    Not where it has an article, as associations have ("l'Alliance pour l'Europe").
    """
    articles = load(doc.lang_, "references")["determiners"]
    bare = {_text(doc, n) for n in names}
    bare -= {_text(doc, n) for n in names if n.start and doc[n.start - 1].lower_ in articles}
    for long in sorted(bare):
        for small, place in _SMALL.findall(long):
            if normalise(place) in countries(doc.lang_) or normalise(place) in places(doc.lang_):
                short = long.removesuffix(f" {small}{place}")
                if short in bare:
                    yield short, long


def _fullest(surfaces: Sequence[str]) -> str:
    """The form with the most words (an acronym's expansion, a surname's full name), then the most frequent, the first.

    One-word forms of one thing are former names and spellings: the first one in the text is the current one.
    """
    counts = Counter(surfaces)
    return max(counts, key=lambda s: (len(s.split()), counts[s] if " " in s else 0))
