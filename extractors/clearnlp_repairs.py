"""Repairs of a parse where its labels cannot be right, in terms of the labels of spaCy's English models.

Each repair is a property that holds of every correct tree and that a small model often breaks around names, commas and
in headlines. The rooms: `clearnlp_names` (names and the nouns beside them), `clearnlp_clauses` (relative clauses,
agents, verbs without a place), `clearnlp_phrases` (phrases of the wrong verb), `clearnlp_people` (lists of people with
their posts), `clearnlp_lists` (examples of a group, who acts along), `clearnlp_agreement` (what people and things are
said of), `clearnlp_headlines` (sentences without a verb). A word that becomes a verb loses its lemma: the lemmatiser
has to look at it again.
"""

from collections.abc import Mapping

from spacy.tokens import Doc

from .clearnlp_agreement import repair_agreement
from .clearnlp_clauses import repair_clause
from .clearnlp_headlines import repair_headline
from .clearnlp_lists import repair_list
from .clearnlp_names import repair_name
from .clearnlp_people import repair_people
from .clearnlp_phrases import repair_phrase


def repair(doc: Doc, names: Mapping[int, str]) -> None:
    """Mend the tree of `doc` in place; `names` are the tokens that stand for names, with their types."""
    for token in doc:
        repair_name(token, names)
        repair_clause(token, names)
        repair_phrase(token, names)
    for token in doc:
        repair_people(token, names)
    for token in doc:
        repair_list(token, names)
        repair_agreement(token, names)
    for sentence in doc.sents:
        repair_headline(sentence.root, names)
