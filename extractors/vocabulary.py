"""The ordinary words of a language, as the model's lemmatizer lists them.

They tell a name from a word that has its capital from the start of the sentence: "Qwant" is no word, "Amendes" is one.
"""

from collections import defaultdict

from spacy.language import Language
from spacy.vocab import Vocab

TABLE = "liaisons_words"


def learn(nlp: Language) -> None:
    """Keep the words of the pipeline's lemmatizer with its vocabulary; nothing where it has none.

    The lemmatizer's own list, which it looks through from its start for each word, becomes a table with the same words.
    """
    if "lemmatizer" not in nlp.component_names or nlp.vocab.lookups.has_table(TABLE):
        return
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None:
        return
    index = lookups.get_table("lemma_index", {})
    for pos, words in list(index.items()):
        index[pos] = dict.fromkeys(words)
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for name in ("lemma_index", "lemma_exc"):
        table = lookups.get_table(name, {})
        for pos in ("adj", "noun", "verb", "adv"):
            forms[pos].update(table.get(pos, ()))
    whole = lookups.get_table("lemma_lookup", {})
    rules = {pos: lookups.get_table("lemma_rules", {}).get(pos, ()) for pos in forms}
    nlp.vocab.lookups.add_table(TABLE, {"forms": dict(forms), "whole": whole, "rules": rules})


def knows(vocab: Vocab) -> bool:
    """Whether the vocabulary has a list of words at all."""
    return bool(vocab.lookups.has_table(TABLE))


def has_forms(vocab: Vocab) -> bool:
    """Whether the list has all forms of its words, and no names among them."""
    return knows(vocab) and bool(vocab.lookups.get_table(TABLE)["whole"])


def is_word(vocab: Vocab, word: str) -> bool:
    """Whether `word`, in lower case, is an ordinary word; False where nothing is known."""
    if not knows(vocab):
        return False
    table = vocab.lookups.get_table(TABLE)
    if table["whole"]:  # it has all inflected forms
        return word in table["whole"] or any(word in forms for forms in table["forms"].values())
    return any(is_a(vocab, word, pos) for pos in table["forms"])


def is_a(vocab: Vocab, word: str, pos: str) -> bool:
    """Whether `word` can be an "adj", a "noun", a "verb" or an "adv"; False where nothing is known."""
    if not knows(vocab):
        return False
    table = vocab.lookups.get_table(TABLE)
    forms = table["forms"].get(pos, ())
    rules = table["rules"].get(pos, ())
    return word in forms or any(word.removesuffix(old) + new in forms for old, new in rules if word.endswith(old))
