"""Sentences parsed without their names, and the way back to the text."""

import re

import numpy
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.symbols import IDS as POS
from spacy.tokens import Doc

from liaisons.extractors import parse as _registers  # noqa: F401
from liaisons.extractors.annotations import Name
from liaisons.extractors.clusters import clusters
from liaisons.extractors.sentences import sentences

NAMED = re.compile(r"\[([^\]]+)\]\((\w+)\)")


class Chain:
    """A parser of a kind: every word hangs on the next one, and its label shows what was read there."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def pipe(self, docs, batch_size):
        docs = list(docs)
        self.batches.append(len(docs))
        for doc in docs:
            ends = {i: sentence.end for sentence in doc.sents for i in range(sentence.start, sentence.end)}
            strings = doc.vocab.strings
            rows = [
                (
                    int(t.i + 1 < ends[t.i]),
                    strings.add(f"<{t.text}>"),
                    POS["DET" if len(t) < 3 else "VERB" if t.text.endswith("e") else "NOUN"],
                    strings.add(t.text.upper()),
                    doc.vocab.morphology.add("Number=Sing"),
                    strings.add(t.lower_ + "r"),
                )
                for t in doc
            ]
            doc.from_array(["HEAD", "DEP", "POS", "TAG", "MORPH", "LEMMA"], numpy.array(rows, dtype="uint64"))
        return docs

    def __call__(self, doc):
        return self.pipe([doc], 1)[0]


@Language.factory("tests_chain")
def chain(nlp, name):
    return Chain()


def pipeline(lang: str, *, parser: bool = True) -> Language:
    nlp = spacy.blank(lang)
    if parser:
        nlp.add_pipe("tests_chain", name="parser")
        nlp.disable_pipe("parser")
    nlp.add_pipe("liaisons_parse")
    return nlp


def read(nlp: Language, text: str, doubt: int = 0) -> Doc:
    """The doc of a text in which `[words](Type)` is a name."""
    doc = sentences(nlp.make_doc(NAMED.sub(r"\1", text)))
    doc._.names, shift = [], 0
    for found in NAMED.finditer(text):
        start = found.start() - shift
        span = doc.char_span(start, start + len(found[1]))
        doc._.names.append(Name(span.start, span.end, {found[2]: 9.0}, doubt))
        shift += len(found[0]) - len(found[1])
    doc._.clusters = clusters(doc, doc._.names)
    return doc


def parsed(nlp: Language, doc: Doc) -> list[str]:
    """Each token with its label and its head; the bare token where its sentence was not parsed."""
    nlp.get_pipe("liaisons_parse")(doc)
    return [f"{t.text} {t.dep_} {t.head.text}" if t.pos_ else t.text for t in doc if not t.is_space]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "[Ada Morel](Person) leads [Nordavia](Company).",
            "Ada <John> leads | Morel flat:name Ada | leads <leads> Nordavia | Nordavia <Microsoft> . | . <.> .",
        ),
        # placeholders by type, each name of a sentence another
        (
            "en",
            "[Ada](Person) and [Paul](Person) sue [Kart](Product) in [Leeds](Place)",
            "Ada <John> and | and <and> Paul | Paul <Mary> sue | sue <sue> Kart | Kart <Microsoft> in | in <in> Leeds "
            "| Leeds <London> Leeds",
        ),
        (
            "en",
            "[Ada](Person) sees [Leeds](Place). [Paul](Person) sees [York](Place).",
            "Ada <John> sees | sees <sees> Leeds | Leeds <London> . | . <.> . | Paul <John> sees | sees <sees> York | "
            "York <London> . | . <.> .",
        ),
        # a hyphenated word is one word
        (
            "en",
            "[Ada](Person) funds the start-up [Kart](Company)",
            "Ada <John> funds | funds <funds> the | the <the> start | start <start-up> Kart | - flat:name start | up "
            "flat:name start | Kart <Microsoft> Kart",
        ),
        (
            "fr",
            "[Ada](Person) finance la start-up [Kart](Company)",
            "Ada <Pierre> finance | finance <finance> la | la <la> start | start <start-up> Kart | - flat:name start | "
            "up flat:name start | Kart <Renault> Kart",
        ),
        (
            "en",
            "[Ada](Person) sees a to - do for [Kart](Company)",
            "Ada <John> sees | sees <sees> a | a <a> to | to <to> - | - <-> do | do <do> for | for <for> Kart | Kart "
            "<Microsoft> Kart",
        ),
        # a title is not parsed, and hangs on its name
        (
            "fr",
            "Hier M. [Astier](Person) finance [Kart](Company)",
            "Hier <Hier> Astier | Astier <Pierre> finance | finance <finance> Kart | Kart <Renault> Kart",
        ),
        # one name is not enough, a name and a word that points to another is
        ("en", "[Ada](Person) hires.", "Ada | hires | ."),
        ("en", "He hires [Ada](Person)", "He <He> hires | hires <hires> Ada | Ada <John> Ada"),
        (
            "en",
            "The boss hires [Ada](Person)",
            "The <The> boss | boss <boss> hires | hires <hires> Ada | Ada <John> Ada",
        ),
        # white space stays outside
        (
            "en",
            "\n[Ada](Person) sees\n\n[Ada](Person)  sees [Kart](Company)\n",
            "Ada | sees | Ada <John> sees | sees <sees> Kart | Kart <Microsoft> Kart",
        ),
    ],
)
def test_a_parse_comes_back_to_its_words(lang, text, expected):
    nlp = pipeline(lang)
    doc = read(nlp, text)
    assert " | ".join(line for line in parsed(nlp, doc) if line != "M.") == expected


def test_a_title_hangs_on_its_name():
    nlp = pipeline("fr")
    doc = read(nlp, "Hier M. [Astier](Person) finance [Kart](Company)")
    nlp.get_pipe("liaisons_parse")(doc)
    assert [t.text for t in doc[2].children] == ["Hier", "M."]
    assert doc[1].pos_ == ""


def test_everything_that_was_read_is_written():
    nlp = pipeline("en")
    doc = read(nlp, "[Ada Morel](Person) chaire [Nordavia](Company)")
    nlp.get_pipe("liaisons_parse")(doc)
    assert [(t.pos_, t.tag_, str(t.morph), t.lemma_) for t in doc] == [
        ("NOUN", "JOHN", "Number=Sing", "ada"),  # no placeholder shows
        ("NOUN", "JOHN", "", "morel"),
        ("VERB", "CHAIRE", "Number=Sing", "chairer"),
        ("NOUN", "MICROSOFT", "Number=Sing", "nordavia"),
    ]
    assert doc.text == "Ada Morel chaire Nordavia"


def test_other_sentences_are_flat_and_keep_their_bounds():
    nlp = pipeline("en")
    doc = read(nlp, "It rains. [Ada](Person) leads [Kart](Company). It rains again.")
    before = [s.text for s in doc.sents]
    nlp.get_pipe("liaisons_parse")(doc)
    assert [s.text for s in doc.sents] == before
    assert [(t.text, t.dep_) for t in doc if not t.pos_] == [
        *[("It", "ROOT"), ("rains", ""), (".", "")],
        *[("It", "ROOT"), ("rains", ""), ("again", ""), (".", "")],
    ]


def test_a_doubtful_name_is_parsed_as_a_word():
    nlp = pipeline("en")
    doc = read(nlp, "[Ada](Person) leads [Kart](Company)", doubt=1)
    assert parsed(nlp, doc) == ["Ada <Ada> leads", "leads <leads> Kart", "Kart <Kart> Kart"]


def test_a_doc_that_has_a_parse_is_left_alone(tree):
    nlp = pipeline("en")
    doc = tree("en", "Nordavia/Company/nsubj/buys buys/VERB/ROOT//buy Quantelle/Company/dobj/buys .")
    columns = ["HEAD", "DEP", "POS", "TAG", "MORPH", "LEMMA", "SENT_START"]
    before = doc.to_array(columns).tolist()
    nlp.get_pipe("liaisons_parse")(doc)
    assert doc.to_array(columns).tolist() == before


def test_a_pipeline_without_a_parser_has_no_parse():
    nlp = pipeline("en", parser=False)
    doc = read(nlp, "[Ada](Person) leads [Kart](Company). It rains.")
    assert parsed(nlp, doc) == ["Ada", "leads", "Kart", ".", "It", "rains", "."]
    assert [s.text for s in doc.sents] == ["Ada leads Kart.", "It rains."]


@pytest.mark.parametrize("size", [1, 2, 32])
def test_docs_keep_their_order_whatever_the_batch(size):
    nlp = pipeline("en")
    docs = [read(nlp, f"[Ada](Person) leads [Kart{n}](Company)") for n in range(5)]
    docs.insert(2, read(nlp, ""))
    docs.insert(4, read(nlp, "It rains."))
    found = list(nlp.get_pipe("liaisons_parse").pipe(docs, batch_size=size))
    assert [d is e for d, e in zip(found, docs, strict=True)] == [True] * 7
    assert [d[0].dep_ for d in found if len(d)] == ["<John>", "<John>", "<John>", "ROOT", "<John>", "<John>"]
    assert max(nlp.get_pipe("parser").batches) <= size


class Counting(Lemmatizer):
    """A lemmatizer that tells what it was asked."""

    def __init__(self, vocab):
        super().__init__(vocab, None, mode="counting")
        self.asked: list[str] = []

    def counting_lemmatize(self, token):
        self.asked.append(token.text)
        return [token.text.lower() + "+"]


@Language.factory("tests_counting")
def counting(nlp, name):
    return Counting(nlp.vocab)


def test_only_content_words_are_lemmatised():
    nlp = spacy.blank("fr")
    nlp.add_pipe("tests_chain", name="parser")
    nlp.add_pipe("tests_counting", name="lemmatizer")
    nlp.select_pipes(disable=["parser", "lemmatizer"])
    nlp.add_pipe("liaisons_parse")
    doc = read(nlp, "[Ada](Person) quitte la société [Kart](Company)")
    nlp.get_pipe("liaisons_parse")(doc)
    assert nlp.get_pipe("lemmatizer").asked == ["Pierre", "quitte", "société", "Renault"]
    assert [t.lemma_ for t in doc] == ["ada", "quitte+", "la", "société+", "kart"]


WORDS = [
    "[Ada](Person)",
    "[Kart SA](Company)",
    "[Leeds](Place)",
    "he",
    "the",
    "boss",
    "start-up",
    "M.",
    ".",
    "?",
    "\n",
    "-",
    "x",
]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["fr", "en"]), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text())
def test_any_text(lang, text):
    nlp = PIPELINES[lang]
    doc = read(nlp, text if NAMED.search(text) or "[" not in text else "")
    before = [(s.start, s.end) for s in doc.sents], doc.text
    nlp.get_pipe("liaisons_parse")(doc)
    assert ([(s.start, s.end) for s in doc.sents], doc.text) == before
    assert all(t.head.sent == t.sent for t in doc)


PIPELINES = {lang: pipeline(lang) for lang in ("fr", "en")}
