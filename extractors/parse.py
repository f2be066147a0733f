"""Parsing of the sentences that can hold a statement, and of no others.

The model's parser, tagger and lemmatizer cost more than all the rest; most sentences of a press article name one thing
or none. The sentences that count are copied without their names: one well-known word stands for each name, which the
parser handles far better than "Nordavia" or a surname that it has never seen.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice, pairwise
from typing import Any, cast

import numpy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc, Token

from .affiliations import affiliations
from .lexicon import load
from .mending import PARENTHESIS
from .places import origins
from .repairs import repair
from .shapes import rules

INNER = ("tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler", "lemmatizer")
"""The components of a spaCy model that this one runs, in this order, as far as the model has them."""

BATCH = 32
LEMMATISED = frozenset(("VERB", "AUX", "NOUN", "ADJ"))


@Language.factory(
    "liaisons_parse",
    requires=["doc._.names"],
    assigns=["doc._.repaired", "token.head", "token.dep", "token.pos", "token.tag", "token.morph", "token.lemma"],
)
def parse_factory(nlp: Language, name: str) -> "Parse":
    return Parse(nlp)


class Parse:
    """The component. The inner components are looked up in the pipeline, where they stand disabled."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Parse the docs of a stream in batches; a doc that has a parse already passes unchanged."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            copies = [_Copy(doc) for doc in batch if not doc.has_annotation("DEP")]
            parsed: Iterable[Doc] = [sentence for copy in copies for sentence in copy.sentences]
            for name in INNER:
                if name in self._nlp.component_names and name not in self._nlp.pipe_names:
                    component = self._nlp.get_pipe(name)
                    if isinstance(component, Lemmatizer):
                        parsed = [_lemmatise(doc, component) for doc in parsed]
                    else:
                        parsed = list(component.pipe(parsed, batch_size=batch_size))  # type: ignore[attr-defined]
            done = iter(parsed)
            for copy in copies:
                copy.join(islice(done, len(copy.sentences)))
                parsed_as = [(token.head.i, token.dep) for token in copy.doc]
                repair(copy.doc, copy.named())
                self._lemmatise_anew(copy.doc)
                copy.annotate()
                copy.mark({t.i for t in copy.doc if (t.head.i, t.dep) != parsed_as[t.i]})
            yield from batch

    def _lemmatise_anew(self, doc: Doc) -> None:
        """Lemmas of the words that a repair has made verbs."""
        for token in doc:
            if token.pos_ in LEMMATISED and not token.lemma and "lemmatizer" in self._nlp.component_names:
                lemmatizer = cast(Lemmatizer, self._nlp.get_pipe("lemmatizer"))
                token.lemma_ = lemmatizer.lemmatize(token)[0]


def _lemmatise(doc: Doc, lemmatizer: Lemmatizer) -> Doc:
    """Lemmas of content words only: French rules cost 50 µs a word, and no rule asks for the lemma of another word."""
    for token in doc:
        lemmas = lemmatizer.lemmatize(token) if token.pos_ in LEMMATISED else [token.lower_]
        token.lemma_ = _infinitive(lemmas, token.lang_) if token.pos_ == "VERB" else lemmas[0]
    return doc


def _infinitive(lemmas: list[str], lang: str) -> str:
    """The infinitive of a verb, of which the model's rules give the candidates, as the lexicon `parse` says.

    English: "fined" is of "fine", not of "fin", which would double its consonant. French: verbs that the rules have
    left in the present.
    """
    lemma, rules = lemmas[0], load(lang, "parse").get("lemmas")
    if rules is None:
        return lemma
    if (whole := lemma + rules["silent"]) in lemmas[1:]:
        return str(whole)
    if lemma in rules["exceptions"]:
        return str(rules["exceptions"][lemma])
    if rules["present"] and lemma.endswith(rules["present"]) and not lemma.endswith(rules["unless"]):
        return lemma.removesuffix(rules["present"]) + str(rules["infinitive"])
    return lemma


class _Copy:
    """A doc of the sentences to parse, and the way back."""

    def __init__(self, doc: Doc) -> None:
        self._source = doc
        names = {m.start: (m.end, c.type) for c in doc._.clusters or () for m in c.mentions if not m.doubt}
        mentioned = {m.start for c in doc._.clusters or () for m in c.mentions}
        self._source_names = names
        self._titles = titles = frozenset(load(doc.lang_, "names")["titles"])
        placeholders = load(doc.lang_, "parse")["placeholders"]
        pointing, clitics = _pointing(doc.lang_)
        self._brackets = list(affiliations(doc))
        letters = {a.letter for a in self._brackets if a.party}
        asides = {a.start: a.end for a in self._brackets}
        asides |= {end: past for end, _ in names.values() if (past := _past_former_name(doc, end, names))}
        words: list[str] = []
        starts: list[bool | int | None] = []
        self._spans: list[tuple[int, int]] = []  # the tokens of the source that each token of the copy stands for
        sentences = list(doc.sents)
        points = {t.i for t in doc if _points(t, pointing, clitics)}
        told = mentioned | letters | points
        for number, sentence in enumerate(sentences):
            count = sum(t.i in told for t in sentence)
            taken_up = any(t.i in points for following in sentences[number + 1 : number + 2] for t in following)
            if not count or (count == 1 and not taken_up):  # one thing is no statement, but the next may take it up
                continue
            used: dict[str, int] = {}
            i, first = sentence.start, True
            while i < sentence.end:
                token = doc[i]
                if i in asides:  # "X (R-Texas)" and "X (ex-Y)" are parsed as "X"
                    i = asides[i]
                    continue
                if token.is_space or (token.lower_ in titles and i + 1 in names):  # "M. Mensch" is parsed as "Mensch"
                    i += 1
                    continue
                if i in names:
                    end, type_ = names[i]
                    kind = type_ if type_ in placeholders else "Other"
                    choices = placeholders[kind]
                    label = _party_word(doc, i) if type_ == "Party" else ""
                    word = label or choices[used.get(kind, 0) % len(choices)]
                    used[kind] = used.get(kind, 0) + (not label)
                else:
                    end, word = _stand_in(token) or (_compound_end(token), "")
                    word = word or doc[i:end].text.split()[-1]  # "South Korean" is parsed as "Korean"
                self._spans.append((i, end))
                words.append(word)
                starts.append(first)
                first = False
                i = end
        self.doc = Doc(doc.vocab, words=words, sent_starts=starts)
        begins = [i for i, start in enumerate(starts) if start]
        self.sentences = [
            Doc(doc.vocab, words=words[i:end], sent_starts=starts[i:end]) for i, end in pairwise([*begins, len(words)])
        ]
        self.names = {i: names[start][1] for i, (start, _) in enumerate(self._spans) if start in names}
        self._doubted = {m.start: c.type for c in doc._.clusters or () for m in c.mentions if m.doubt}

    def join(self, sentences: Iterable[Doc]) -> None:
        """Put the parsed sentences together again."""
        parts = list(sentences)
        if parts:
            self.doc = Doc.from_docs(parts, ensure_whitespace=False)

    def annotate(self) -> None:
        """Write the parse on the source.

        The tokens of other sentences hang flat on their sentence's first, with no part of speech, which tells them.
        """
        source, copy = self._source, self.doc
        heads = numpy.zeros(len(source), dtype="int64")
        values = numpy.zeros((len(source), 6), dtype="uint64")
        root_label = source.vocab.strings.add("ROOT")
        for sentence in source.sents:
            heads[sentence.start : sentence.end] = sentence.start
            values[sentence.start, 1] = root_label  # spaCy starts a sentence only at a root with a label
        flat = source.vocab.strings.add("flat:name")
        at = {i: start for i, (start, _) in enumerate(self._spans)}
        for sentence in copy.sents if len(copy) else ():
            root = sentence.root
            first = source[at[sentence.start]].sent
            heads[first.start : first.end] = at[root.i]
            values[first.start, 1] = 0
            for token in sentence:
                start, end = self._spans[token.i]
                heads[start] = at[token.head.i] if token.head.i != token.i else at[root.i]
                morph = token.morph.key  # type: ignore[attr-defined]  # the stub lacks it
                lemma = source[start].lower if start in self._source_names else token.lemma
                values[start] = (0, token.dep, token.pos, token.tag, morph, lemma)
                for i in range(start + 1, end):
                    heads[i] = start
                    values[i] = (0, flat, token.pos, token.tag, 0, source[i].lower)
        for start, _ in self._spans:
            for i in range(start - 1, -1, -1):  # the title before a name hangs on it
                if start not in self._source_names or source[i].lower_ not in self._titles:
                    break
                heads[i] = start
        self._hang_brackets(heads, values)
        values[:, 0] = (heads - numpy.arange(len(source))).astype("uint64")
        source.from_array(["HEAD", "DEP", "POS", "TAG", "MORPH", "LEMMA"], values)  # type: ignore[arg-type]  # stub: Ints2d

    def _hang_brackets(self, heads: "numpy.ndarray[Any, Any]", values: "numpy.ndarray[Any, Any]") -> None:
        """Hang the party and the state behind a name on it: they were not parsed."""
        strings = self._source.vocab.strings
        flat, label, name_ = (strings.add(word) for word in ("flat:name", PARENTHESIS, "PROPN"))
        begins = {end: start for start, end in self._spans}
        for bracket in self._brackets:
            if bracket.start not in begins:
                continue  # its sentence was not parsed
            name = self._whose(begins[bracket.start], begins)
            for part in (range(bracket.letter, bracket.letter + 1), bracket.state):
                for i in part:
                    heads[i] = name if i == part.start else part.start
                    values[i] = (0, label if i == part.start else flat, name_, 0, 0, self._source[i].lower)

    def _whose(self, name: int, begins: Mapping[int, int]) -> int:
        """The name that a bracket is about: not the state right before it in "Senator X of Vermont (R)"."""
        source, names = self._source, self._source_names
        before = begins.get(name - 1)
        of = name > 0 and source[name - 1].lower_ in load(source.lang_, "frames")["of"]
        person = of and before in names and names[before][1] == "Person" and names.get(name, (0, ""))[1] == "Place"
        return before if person and before is not None else name

    def named(self) -> dict[int, str]:
        """The tokens that stand for names, with their types, and those in doubt that the parse has for names."""
        starts = {i: start for i, (start, _) in enumerate(self._spans)}
        doubted = {i: self._doubted[s] for i, s in starts.items() if s in self._doubted and self.doc[i].pos_ == "PROPN"}
        return {**doubted, **self.names}

    def mark(self, repaired: set[int]) -> None:
        """Write which of the source's tokens have another edge than the parser gave them."""
        self._source._.repaired = frozenset(self._spans[i][0] for i in repaired)


@cache
def _pointing(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words that can stand for a thing, or bring in another: pronouns, descriptions, nationalities, events.

    Those apart are articles too ("la"): they count behind another such word.
    """
    references = load(lang, "references")
    pronouns = (references["pronouns"], references["possessives"], references["first"])
    nouns = (*references["descriptions"].values(), *references["events"].values(), *references["event_back"].values())
    tables = (*nouns, *pronouns, origins(lang))
    words = {word for table in tables for word in table}
    words |= {word for row in references["pairs"]["nouns"] for word in row["nouns"]} | {
        *references["pairs"]["pronouns"]
    }
    words |= {word.split("-")[0] for word in references["latter"]["words"]}
    clitics = set(references["objects"]) & set(references["determiners"])
    return frozenset((words | set(references["objects"])) - clitics), frozenset(clitics)


def _points(token: Token, pointing: frozenset[str], clitics: frozenset[str]) -> bool:
    if token.lower_ in pointing:
        return True
    if token.lower_ in clitics:
        return token.i > 0 and token.nbor(-1).lower_ in pointing
    if token.i > 1 and token.nbor(-1).text == "-":
        return f"{token.nbor(-2).lower_}-{token.lower_}" in pointing
    return False


def _stand_in(token: Token) -> tuple[int, str] | None:
    """The end of an expression that the parser misreads, and a word that it knows, in its place."""
    doc = token.doc
    for expression, word in _stand_ins(doc.lang_).get(token.lower_, ()):
        end = token.i + len(expression)
        if tuple(t.lower_ for t in doc[token.i : end]) == expression:
            return end, word
    return None


def _past_former_name(doc: Doc, i: int, names: Mapping[int, tuple[int, str]]) -> int:
    """Past a bracket at `i` that holds a former name and no more: "X (formerly Y)"; 0 where none is."""
    former, first = rules(doc.lang_).former, i + 1
    if i >= len(doc) or doc[i].text != "(":
        return 0
    while first < len(doc) and (doc[first].lower_.rstrip("-") in former or doc[first].text == "-"):
        first += 1
    end = names[first][0] if first > i + 1 and first in names else len(doc)
    return end + 1 if end < len(doc) and doc[end].text == ")" else 0


def _party_word(doc: Doc, i: int) -> str:
    """What stands in for a party right behind a post: "député *LFI* du Nord" is parsed as "député socialiste"."""
    word = load(doc.lang_, "parse").get("party", "")
    return (
        str(word)
        if word and i and not doc[i].is_sent_start and doc[i - 1].lower_ in rules(doc.lang_).with_party
        else ""
    )


@cache
def _stand_ins(lang: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for expression, word in load(lang, "parse").get("stand_ins", {}).items():
        words = tuple(expression.split())
        found.setdefault(words[0], []).append((words, word))
    return found


def _compound_end(token: Token) -> int:
    """Where the word goes on to: "start-up" is three tokens of the French and English tokenizers, and one word."""
    doc, end = token.doc, token.i + 1
    while end + 1 < len(doc) and doc[end].text == "-" and token.is_alpha and doc[end + 1].is_alpha:
        if doc[end - 1].whitespace_ or doc[end].whitespace_:
            break
        end += 2
    return end
