"""English constructions, from the tree to what is stated: each a tree built by hand, and no model."""

import pytest

from liaisons.extractors.clearnlp_repairs import repair
from liaisons.extractors.coreference import coreference
from liaisons.extractors.frames import frames

CONSTRUCTIONS = [
    # --- relative clauses
    (
        "Ada_Morel/Person/nsubj/quit , who/PRON/nsubj/runs runs/VERB/relcl/Ada_Morel/run "
        "Nordavia/Company/dobj/runs , quit/VERB/ROOT Quantelle/Company/dobj/quit .",
        [
            "verb run(object=Nordavia, subject=Ada)",
            "verb quit(object=Quantelle, subject=Ada)",
        ],
        [
            "Ada Morel | leads | Nordavia | asserted",
            "Ada Morel | left | Quantelle | asserted",
        ],
    ),
    # --- raising
    (
        "Nordavia/Company/nsubj/acquire must/AUX/aux/acquire acquire/VERB/ROOT///VerbForm=Inf "
        "Quantelle/Company/dobj/acquire .",
        [
            "verb acquire(object=Quantelle, subject=Nordavia) possible",
        ],
        [
            "Nordavia | acquired | Quantelle | uncertain",
        ],
    ),
    (
        "Nordavia/Company/nsubjpass/set is/AUX/auxpass/set set/VERB/ROOT///Tense=Past|VerbForm=Part "
        "to/PART/aux/acquire acquire/VERB/xcomp/set//VerbForm=Inf Quantelle/Company/dobj/acquire .",
        [
            "verb set(object=Nordavia)",
            "verb acquire(object=Quantelle, subject=Nordavia) possible",
        ],
        [
            "Nordavia | acquired | Quantelle | uncertain",
        ],
    ),
    (
        "Nordavia/Company/nsubj/acquire could/AUX/aux/acquire acquire/VERB/ROOT///VerbForm=Inf "
        "Quantelle/Company/dobj/acquire .",
        [
            "verb acquire(object=Quantelle, subject=Nordavia) possible",
        ],
        [
            "Nordavia | acquired | Quantelle | uncertain",
        ],
    ),
    # --- titles in front, and chains of posts
    (
        "Finance/Institution/compound/Minister Minister/PROPN/compound/Ada_Morel Ada_Morel/Person/nsubj/met "
        "met/VERB/ROOT//meet Paul_Astier/Person/dobj/met .",
        [
            "noun finance(referent=Minister)",
            "noun minister +finance(compound=Finance, referent=Ada)",
            "noun ada +minister(compound=Minister)",
            "verb meet(object=Paul, subject=Ada)",
        ],
        [
            "Ada Morel | leads | Finance | asserted | role Minister",
            "Ada Morel | met_with | Paul Astier | asserted",
        ],
    ),
    (
        "Ada_Morel/Person/nsubj/smiled , chief/ADJ/amod/executive executive/NOUN/appos/Ada_Morel//Number=Sing "
        "of/ADP/prep/executive Nordavia/Company/pobj/of and/CCONJ/cc/executive former/ADJ/amod/head "
        "head/NOUN/conj/executive//Number=Sing of/ADP/prep/head Quantelle/Company/pobj/of , smiled/VERB/ROOT//smile .",
        [
            "noun ada(referent=executive+head:executive)",
            "adjective chief(referent=executive:executive)",
            "noun executive +chief(demonym=chief, of=Nordavia, referent=Ada)",
            "adjective former(referent=head:head) over",
            "noun head +former(demonym=former, of=Quantelle, referent=Ada) over",
            "verb smile(subject=Ada)",
        ],
        [
            "Ada Morel | leads | Nordavia | asserted | role chief executive",
            "Ada Morel | leads | Quantelle | ended | role head",
        ],
    ),
    (
        "Ada_Morel/Person/nsubj/smiled , head/NOUN/appos/Ada_Morel//Number=Sing of/ADP/prep/head "
        "Nordavia/Company/pobj/of , and/CCONJ/cc/Ada_Morel Paul_Astier/Person/conj/Ada_Morel , "
        "founder/NOUN/appos/Paul_Astier//Number=Sing of/ADP/prep/founder Quantelle/Company/pobj/of , "
        "smiled/VERB/ROOT//smile .",
        [
            "noun ada(referent=head:head)",
            "noun head(of=Nordavia, referent=Ada)",
            "noun paul(referent=founder:founder)",
            "noun founder(of=Quantelle, referent=Paul)",
            "verb smile(subject=Ada+Paul)",
        ],
        [
            "Ada Morel | leads | Nordavia | asserted | role head",
            "Paul Astier | founded | Quantelle | asserted",
        ],
    ),
    # --- nouns with their arguments
    (
        "Nordavia/Company/poss/acquisition 's/PART/case/Nordavia acquisition/NOUN/nsubj/took//Number=Sing "
        "of/ADP/prep/acquisition Quantelle/Company/pobj/of took/VERB/ROOT//take a/DET/det/year "
        "year/NOUN/dobj/took//Number=Sing .",
        [
            "noun acquisition(of=Quantelle, possessive=Nordavia)",
            "verb take(object=year:year, subject=acquisition:acquisition, subject of=Quantelle, subject possessive=Nordavia)",
        ],
        [
            "Nordavia | acquired | Quantelle | asserted",
        ],
    ),
    (
        "The/DET/det/departure departure/NOUN/nsubj/was//Number=Sing of/ADP/prep/departure "
        "Ada_Morel/Person/pobj/of from/ADP/prep/departure Nordavia/Company/pobj/from was/AUX/ROOT "
        "sudden/ADJ/acomp/was .",
        [
            "noun departure(from=Nordavia, of=Ada)",
            "verb was(subject=departure:departure, subject from=Nordavia, subject of=Ada)",
            "adjective sudden(referent=departure:departure)",
        ],
        [
            "Ada Morel | left | Nordavia | asserted",
        ],
    ),
    (
        "Kenya/Place/poss/investigation 's/PART/case/Kenya investigation/NOUN/nsubj/took//Number=Sing "
        "into/ADP/prep/investigation Nordavia/Company/pobj/into took/VERB/ROOT//take a/DET/det/year "
        "year/NOUN/dobj/took//Number=Sing .",
        [
            "noun investigation(into=Nordavia, possessive=Kenya)",
            "verb take(object=year:year, subject=investigation:investigation, subject into=Nordavia, subject possessive=Kenya)",
        ],
        [
            "Kenya | investigates | Nordavia | asserted",
        ],
    ),
    # --- light verbs and idioms
    (
        "Ada_Morel/Person/nsubj/took took/VERB/ROOT//take the/DET/det/helm helm/NOUN/dobj/took//Number=Sing "
        "of/ADP/prep/helm Nordavia/Company/pobj/of .",
        [
            "verb take(object=helm:helm, object of=Nordavia, subject=Ada)",
            "noun helm(of=Nordavia)",
        ],
        [
            "Ada Morel | leads | Nordavia | asserted",
        ],
    ),
    (
        "Quantelle/Company/nsubj/filed filed/VERB/ROOT//file a/DET/det/complaint "
        "complaint/NOUN/dobj/filed//Number=Sing against/ADP/prep/complaint Nordavia/Company/pobj/against .",
        [
            "verb file(object=complaint:complaint, object against=Nordavia, subject=Quantelle)",
            "noun complaint(against=Nordavia, support=Quantelle)",
        ],
        [
            "Quantelle | sued | Nordavia | asserted",
            "Quantelle | sued | Nordavia | asserted",
        ],
    ),
    (
        "Nordavia/Company/nsubj/got got/VERB/ROOT//get its/PRON/poss/hands//Gender=Neut|Number=Sing "
        "hands/NOUN/dobj/got/hand/Number=Plur on/ADP/prep/got Quantelle/Company/pobj/on .",
        [
            "verb get(object=hands:hand, object possessive=its, on=Quantelle, subject=Nordavia)",
            "noun hand(possessive=its)",
        ],
        [
            "Nordavia | acquired | Quantelle | asserted",
        ],
    ),
    (
        "Ada_Morel/Person/nsubj/threw threw/VERB/ROOT//throw in/ADP/prt/threw the/DET/det/towel "
        "towel/NOUN/dobj/threw//Number=Sing in/ADP/prep/threw the/DET/det/election "
        "presidential/ADJ/amod/election election/NOUN/pobj/in//Number=Sing .",
        [
            "verb throw in(in=election:election, object=towel:towel, subject=Ada)",
            "adjective presidential(referent=election:election)",
            "noun election +presidential(demonym=presidential, state=Ada)",
        ],
        [
            "Ada Morel | candidate_in | presidential election | ended",
        ],
    ),
    (
        "Kenya/Place/nsubj/imposed imposed/VERB/ROOT//impose a/DET/det/fine "
        "fine/NOUN/dobj/imposed//Number=Sing on/ADP/prep/imposed Nordavia/Company/pobj/on .",
        [
            "verb impose(object=fine:fine, on=Nordavia, subject=Kenya)",
        ],
        [
            "Kenya | sanctioned | Nordavia | asserted",
        ],
    ),
    (
        "Nordavia/Company/nsubj/threw threw/VERB/ROOT//throw its/PRON/poss/weight//Gender=Neut|Number=Sing "
        "weight/NOUN/dobj/threw//Number=Sing behind/ADP/prep/threw Quantelle/Company/pobj/behind .",
        [
            "verb throw(behind=Quantelle, object=weight:weight, object possessive=its, subject=Nordavia)",
            "noun weight(possessive=its)",
        ],
        [
            "Nordavia | supports | Quantelle | asserted",
        ],
    ),
    # --- whose it is
    (
        "Nordavia/Company/nsubj/grew grew/VERB/ROOT//grow . // "
        "Its/PRON/poss/executive//Gender=Neut|Number=Sing chief/ADJ/amod/executive "
        "executive/NOUN/nsubj/smiled//Number=Sing , Ada_Morel/Person/appos/executive , smiled/VERB/ROOT//smile .",
        [
            "verb grow(subject=Nordavia)",
            "adjective chief(referent=executive+Ada:executive)",
            "noun executive +chief(demonym=chief, possessive=Its, referent=Ada)",
            "noun ada(referent=executive:executive)",
            "verb smile(subject=executive:executive, subject possessive=Its)",
        ],
        [
            "Ada Morel | leads | Nordavia | asserted | role chief executive",
        ],
    ),
    (
        "Nordavia/Company/nsubj/moved moved/VERB/ROOT//move "
        "its/PRON/poss/headquarters//Gender=Neut|Number=Sing Lagos/Place/compound/headquarters "
        "headquarters/NOUN/dobj/moved//Number=Sing .",
        [
            "verb move(object=headquarters:headquarters, object possessive=its, subject=Nordavia)",
            "noun lagos(referent=headquarters:headquarters)",
            "noun headquarters +lagos(compound=Lagos, possessive=its)",
        ],
        [
            "Nordavia | located_in | Lagos | asserted",
        ],
    ),
    (
        "Quantelle/Company/poss/company 's/PART/case/Quantelle parent/NOUN/compound/company//Number=Sing "
        "company/NOUN/nsubj/grew//Number=Sing , Nordavia/Company/appos/company , grew/VERB/ROOT//grow .",
        [
            "noun parent(referent=company:company)",
            "noun company +parent(compound=parent:parent, possessive=Quantelle, referent=Nordavia)",
            "noun nordavia(referent=company:company)",
            "verb grow(subject=company:company, subject possessive=Quantelle)",
        ],
        [
            "Nordavia | owns | Quantelle | asserted",
        ],
    ),
    # --- brackets
    (
        "Ada_Morel/Person/nsubj/praised ( R/PROPN/appos:paren/Ada_Morel - Texas/Place/appos:paren/Ada_Morel ) "
        "praised/VERB/ROOT//praise Nordavia/Company/dobj/praised .",
        [
            "parenthesis(referent=Ada)",
            "parenthesis +listed(referent=Ada)",
            "verb praise(object=Nordavia, subject=Ada)",
        ],
        [
            "Ada Morel | member_of | Republican Party | asserted",
            "Ada Morel | represents | Texas | asserted",
            "Ada Morel | supports | Nordavia | asserted",
        ],
    ),
    (
        "Ada_Morel/Person/nsubj/praised , D/PROPN/appos:paren/Ada_Morel - Texas/Place/appos:paren/Ada_Morel , "
        "praised/VERB/ROOT//praise Nordavia/Company/dobj/praised .",
        [
            "parenthesis +listed(referent=Ada)",
            "parenthesis +listed(referent=Ada)",
            "verb praise(object=Nordavia, subject=Ada)",
        ],
        [
            "Ada Morel | member_of | Democratic Party | asserted",
            "Ada Morel | represents | Texas | asserted",
            "Ada Morel | supports | Nordavia | asserted",
        ],
    ),
    (
        "Quantelle/Company/nsubj/sued ( formerly Twitter/Company ) sued/VERB/ROOT//sue Nordavia/Company/dobj/sued .",
        [
            "verb sue(object=Nordavia, subject=Quantelle)",
        ],
        [
            "Quantelle | sued | Nordavia | asserted",
        ],
    ),
    # --- nationalities and words for a party's members
    (
        "The/DET/det/Nordavia French/ADJ/amod/start-up start-up/NOUN/compound/Nordavia//Number=Sing "
        "Nordavia/Company/nsubj/grew grew/VERB/ROOT//grow .",
        [
            "demonym french(referent=start-up+Nordavia:start-up)",
            "noun start-up +french(demonym=French, referent=Nordavia)",
            "noun nordavia +start-up(compound=start-up:start-up)",
            "verb grow(subject=Nordavia)",
        ],
        [
            "Nordavia | located_in | France | asserted",
        ],
    ),
    (
        "The/DET/det/Ada_Morel Democrat/PROPN/compound/Ada_Morel Ada_Morel/Person/nsubj/praised "
        "praised/VERB/ROOT//praise Nordavia/Company/dobj/praised .",
        [
            "noun democrat(referent=Ada)",
            "noun ada +democrat(compound=Democrat)",
            "verb praise(object=Nordavia, subject=Ada)",
        ],
        [
            "Ada Morel | member_of | Democratic Party | asserted",
            "Ada Morel | supports | Nordavia | asserted",
        ],
    ),
    # --- headlines without a verb
    (
        "Takeover/NOUN/ROOT of/ADP/prep/Takeover Quantelle/Company/pobj/of by/ADP/prep/Takeover "
        "Nordavia/Company/pobj/by",
        [
            "noun takeover(by=Nordavia, of=Quantelle)",
        ],
        [
            "Nordavia | acquired | Quantelle | asserted",
        ],
    ),
    (
        "Ada_Morel/Person/nsubj/named named/VERB/ROOT//name chief/ADJ/amod/executive "
        "executive/NOUN/oprd/named//Number=Sing of/ADP/prep/executive Nordavia/Company/pobj/of",
        [
            "verb name(subject=Ada)",
            "adjective chief(referent=executive:executive)",
            "noun executive +chief(demonym=chief, of=Nordavia, referent=Ada)",
        ],
        [
            "Ada Morel | leads | Nordavia | asserted | role chief executive",
        ],
    ),
    (
        "Nordavia/Company/nsubj/fined fined/VERB/ROOT//fine/Tense=Past|VerbForm=Part by/ADP/agent/fined "
        "Kenya/Place/pobj/by",
        [
            "verb fine(object=Nordavia, subject=Kenya)",
        ],
        [
            "Kenya | sanctioned | Nordavia | asserted",
        ],
    ),
]


@pytest.mark.parametrize(("sentence", "framed", "expected"), CONSTRUCTIONS)
def test_a_construction(tree, shown, stated, sentence, framed, expected):
    doc = tree("en", *sentence.split(" // "))
    repair(doc, {name.start: max(name.votes) for name in doc._.names})
    frames(coreference(doc))
    assert shown(doc) == framed
    assert [_short(line) for line in stated(doc)] == expected


def _short(line: str) -> str:
    """A statement without the words of its evidence."""
    subject, relation, thing, status, _, *rest = line.split(" | ")
    return " | ".join([subject, relation, thing, status, *rest])
