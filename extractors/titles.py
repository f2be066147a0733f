"""The title of a post as the text has it: the noun, what belongs to it, and nothing that says more than the post.

"L'ancienne directrice générale adjointe chargée du numérique du groupe" is "directrice générale adjointe chargée du
numérique": former, French, Republican, of the group are statements of their own.
"""

from collections.abc import Collection, Iterator
from functools import cache

from spacy.tokens import Token

from ..graph.ontology import ontology
from .lexicon import load
from .places import origins
from .relations import rows
from .trees import adapter, features

MAX_WORDS = 7
"""A longer title is cut: it is a description."""

_NO_TITLE = frozenset(("PROPN", "VERB", "AUX", "PRON", "PUNCT", "NUM", "SPACE"))


def title(noun: Token, taken: Collection[int]) -> str | None:
    """The title that `noun` is the head of, in the singular; None for a place that one has ("à la tête de").

    `taken` are the tokens of names and descriptions.
    """
    if noun.lemma_.lower() in load(noun.doc.lang_, "frames")["transparent"]:
        return None
    doc, own = noun.doc, _modifiers(noun, taken)
    start, end = noun.i, _word_end(noun)
    while start - 1 in own:
        start -= 1
    while end < len(doc) and end in own:
        end = _word_end(doc[end])
    core = doc[start:end]
    for first, last in _complements(noun, taken):
        if first == end and last - start <= MAX_WORDS:
            end = last
    if "Plur" in features(noun, "Number") and len(core) == end - start:
        return "".join((t.lemma_ if t.i in own or t == noun else t.text) + t.whitespace_ for t in core).strip()
    text = doc[start:end].text
    return text.removeprefix(next((p for p in _words(doc.lang_)["prefixes"] if text.lower().startswith(p)), ""))


def title_with(verb: Token, taken: Collection[int]) -> str | None:
    """The title that a verb gives somebody: "nommer *directrice générale*", "joined as *chief executive*"."""
    words = _words(verb.doc.lang_)
    for role, child in adapter(verb)(verb):
        if role not in words["places"]:
            continue
        inside = (grandchild for grandchild in child.children if grandchild.i > child.i)
        for noun in (child, *inside):  # "nomme Ada *directrice*", "au poste de *directeur*"
            if noun.pos_ == "NOUN" and noun.i not in taken and noun.lemma_.lower() in _posts(verb.doc.lang_):
                return title(noun, taken)
    return None


def _modifiers(noun: Token, taken: Collection[int]) -> set[int]:
    """The tokens beside the noun that may be of its title: adjectives and compounds that state nothing themselves."""
    lang = noun.doc.lang_
    after = load(lang, "frames")["head"] == "first"
    found = set()
    for role, child in adapter(noun)(noun):
        near = role in {"adjective", "compound"} or (after and role == "participle" and child.i == noun.i + 1)
        near = near and (after or child.i < noun.i)
        own = child.pos_ != "PROPN" or role == "compound"
        if near and own and child.i not in taken and not _says_more(child, lang):
            found.add(child.i)
            found.update(c.i for r, c in adapter(child)(child) if r in {"compound", "adjective"} and c.i not in taken)
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    near = after and following.pos_ == "ADJ" and following.i not in taken and following.head.i >= noun.i
    if near and not _says_more(following, lang):
        found.add(following.i)  # "la directrice générale", whatever the parser hangs it on
    return found


def _says_more(word: Token, lang: str) -> bool:
    lemma, lower, words = word.lemma_.lower(), word.lower_, _words(lang)
    states = ("adjective", lemma) in rows(lang) or lower in origins(lang) or word.pos_ == "NUM"
    before = bool(words["front"]) and word.i < word.head.i and word.pos_ == "ADJ" and lower not in words["front"]
    return states or before or bool({lemma, lower} & words["beside"])


def _complements(noun: Token, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where what completes the title stands, as far as it names nothing: "of global affairs", "du conseil (de X)"."""
    for child in sorted(noun.children, key=lambda t: t.i):
        first = last = child.left_edge.i
        if first <= noun.i or noun.doc[first].pos_ != "ADP":
            continue
        while last <= child.right_edge.i and last not in taken and noun.doc[last].pos_ not in _NO_TITLE:
            last += 1
        if last in taken and noun.doc[last - 1].pos_ not in {"ADP", "DET"}:  # "of the travel group Kart"
            while last > first and noun.doc[last].pos_ != "ADP":
                last -= 1
        while last > first and noun.doc[last - 1].pos_ in {"ADP", "DET", "CCONJ"}:
            last -= 1
        if last > child.i or (child.pos_ == "ADP" and last > first):
            yield first, last


def _word_end(token: Token) -> int:
    """Past the parts of a hyphenated word, which hang on its first token ("porte-parole")."""
    end = token.i + 1
    while end < len(token.doc) and token.doc[end].head == token and token.doc[end].dep_ == "flat:name":
        end += 1
    return end


@cache
def _posts(lang: str) -> frozenset[str]:
    """The head nouns of titles: those of the rows for relations whose evidence has a title."""
    known = ontology().relations
    return frozenset(
        row.lemma
        for group in rows(lang).values()
        for row in group
        if row.table == "role" and "role" in known[row.relation].qualifiers
    ) - frozenset(load(lang, "frames")["transparent"])


@cache
def _words(lang: str) -> dict[str, frozenset[str]]:
    frames, status, titles = load(lang, "frames"), load(lang, "status"), load(lang, "titles")
    return {
        "places": frozenset(("attribute", "object", "open_clause", "bare", *frames["as"], *titles["posts"])),
        "prefixes": frozenset(word for word in status["adjectives"]["over"] if word.endswith("-")),
        "front": frozenset(titles["front"]),
        "beside": frozenset([*status["adjectives"]["over"], *status["adjectives"]["possible"], *titles["beside"]]),
    }
