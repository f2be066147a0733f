"""Who does what to whom: frames of trees, one construction in both languages."""

import pytest

from liaisons.extractors.frames import MAX_CONJUNCTS, frames, said_of

CONSTRUCTIONS = [
    (
        "active",
        "fr",
        "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté/avoir "
        "racheté/VERB/ROOT//racheter/Tense=Past|VerbForm=Part Quantelle/Company/obj/racheté .",
        ["verb racheter(object=Quantelle, subject=Nordavia)"],
    ),
    (
        "active",
        "en",
        "Nordavia/Company/nsubj/acquired acquired/VERB/ROOT//acquire/Tense=Past Quantelle/Company/dobj/acquired .",
        ["verb acquire(object=Quantelle, subject=Nordavia)"],
    ),
    (
        "passive with an agent",
        "fr",
        "Quantelle/Company/nsubj:pass/rachetée a/AUX/aux:tense/rachetée/avoir été/AUX/aux:pass/rachetée/être "
        "rachetée/VERB/ROOT//racheter/Tense=Past|VerbForm=Part|Voice=Pass par/ADP/case/Nordavia "
        "Nordavia/Company/obl:agent/rachetée .",
        ["verb racheter(object=Quantelle, subject=Nordavia)"],
    ),
    (
        "passive with an agent",
        "en",
        "Quantelle/Company/nsubjpass/acquired was/AUX/auxpass/acquired/be "
        "acquired/VERB/ROOT//acquire/VBN|Tense=Past|VerbForm=Part by/ADP/agent/acquired Nordavia/Company/pobj/by .",
        ["verb acquire(object=Quantelle, subject=Nordavia)"],
    ),
    (
        "passive without an agent",
        "fr",
        "Quantelle/Company/nsubj:pass/rachetée est/AUX/aux:pass/rachetée/être "
        "rachetée/VERB/ROOT//racheter/Tense=Past|VerbForm=Part|Voice=Pass .",
        ["verb racheter(object=Quantelle)"],
    ),
    (
        "passive without an agent",
        "en",
        "Quantelle/Company/nsubjpass/acquired was/AUX/auxpass/acquired/be "
        "acquired/VERB/ROOT//acquire/VBN|Tense=Past|VerbForm=Part .",
        ["verb acquire(object=Quantelle)"],
    ),
    (
        "reflexive",
        "fr",
        "Nordavia/Company/nsubj/offert s'/PRON/expl:pass/offert est/AUX/aux:tense/offert/être "
        "offert/VERB/ROOT//offrir/Tense=Past|VerbForm=Part Quantelle/Company/obj/offert .",
        ["verb offrir reflexive(object=Quantelle, subject=Nordavia)"],
    ),
    (
        "phrasal verb",
        "en",
        "Nordavia/Company/nsubj/took took/VERB/ROOT//take over/ADP/prt/took Quantelle/Company/dobj/took .",
        ["verb take over(object=Quantelle, subject=Nordavia)"],
    ),
    (
        "subject relative",
        "fr",
        "Nordavia/Company/nsubj/recrute , qui/PRON/nsubj/racheté a/AUX/aux:tense/racheté/avoir "
        "racheté/VERB/acl:relcl/Nordavia/racheter/Tense=Past|VerbForm=Part Quantelle/Company/obj/racheté , "
        "recrute/VERB/ROOT//recruter .",
        ["verb racheter(object=Quantelle, subject=Nordavia)", "verb recruter(subject=Nordavia)"],
    ),
    (
        "subject relative",
        "en",
        "Nordavia/Company/nsubj/hiring , which/PRON/nsubj/acquired acquired/VERB/relcl/Nordavia/acquire/Tense=Past "
        "Quantelle/Company/dobj/acquired , is/AUX/aux/hiring/be hiring/VERB/ROOT//hire/Tense=Pres|VerbForm=Part .",
        ["verb acquire(object=Quantelle, subject=Nordavia)", "verb hire(subject=Nordavia)"],
    ),
    (
        "object relative",
        "fr",
        "Quantelle/Company/nsubj/recrute , que/PRON/obj/rachetée Nordavia/Company/nsubj/rachetée "
        "a/AUX/aux:tense/rachetée/avoir rachetée/VERB/acl:relcl/Quantelle/racheter/Tense=Past|VerbForm=Part , "
        "recrute/VERB/ROOT//recruter .",
        ["verb racheter(object=Quantelle, subject=Nordavia)", "verb recruter(subject=Quantelle)"],
    ),
    (
        "object relative",
        "en",
        "Quantelle/Company/nsubj/hiring , which/PRON/dobj/acquired Nordavia/Company/nsubj/acquired "
        "acquired/VERB/relcl/Quantelle/acquire/Tense=Past , is/AUX/aux/hiring/be "
        "hiring/VERB/ROOT//hire/Tense=Pres|VerbForm=Part .",
        ["verb acquire(object=Quantelle, subject=Nordavia)", "verb hire(subject=Quantelle)"],
    ),
    (
        "object relative without a pronoun",
        "en",
        "Quantelle/Company/nsubj/hiring , the/DET/det/startup startup/NOUN/appos/Quantelle "
        "Nordavia/Company/nsubj/acquired acquired/VERB/relcl/startup/acquire/Tense=Past , is/AUX/aux/hiring/be "
        "hiring/VERB/ROOT//hire/Tense=Pres|VerbForm=Part .",
        [
            "noun quantelle(referent=startup:startup)",
            "noun startup(referent=Quantelle)",
            "verb acquire(object=startup:startup, subject=Nordavia)",
            "verb hire(subject=Quantelle)",
        ],
    ),
    (
        "coordinated relative",
        "fr",
        "Nordavia/Company/nsubj/recrute , qui/PRON/nsubj/quitte quitte/VERB/acl:relcl/Nordavia/quitter "
        "Lyon/Place/obj/quitte et/CCONJ/cc/rachète rachète/VERB/conj/quitte/racheter Quantelle/Company/obj/rachète "
        ", recrute/VERB/ROOT//recruter .",
        [
            "verb quitter(object=Lyon, subject=Nordavia)",
            "verb racheter(object=Quantelle, subject=Nordavia)",
            "verb recruter(subject=Nordavia)",
        ],
    ),
    (
        "whose",
        "fr",
        "Quantelle/Company/nsubj/recrute , dont/PRON/nmod/patronne Ada_Morel/Person/nsubj/patronne "
        "est/AUX/cop/patronne/être la/DET/det/patronne patronne/NOUN/acl:relcl/Quantelle , "
        "recrute/VERB/ROOT//recruter .",
        ["noun patronne(de=Quantelle, referent=Ada)", "verb recruter(subject=Quantelle)"],
    ),
    (
        "whose",
        "en",
        "Quantelle/Company/nsubj/hiring , whose/DET/poss/boss boss/NOUN/nsubj/is is/AUX/relcl/Quantelle/be "
        "Ada_Morel/Person/attr/is , is/AUX/aux/hiring/be hiring/VERB/ROOT//hire .",
        [
            "noun quantelle(referent=boss:boss)",
            "noun boss(possessive=Quantelle, referent=Ada)",
            "verb be(subject=boss:boss, subject possessive=Quantelle)",
            "noun ada(referent=boss:boss)",
            "verb hire(subject=Quantelle)",
        ],
    ),
    (
        "attribute after que",
        "fr",
        "Les/DET/det/réseaux réseaux/NOUN/nsubj/recrutent/réseau concurrents/ADJ/amod/réseaux/concurrent "
        "que/PRON/obj/sont sont/VERB/acl:relcl/réseaux/être Nordavia/Company/nsubj/sont et/CCONJ/cc/Quantelle "
        "Quantelle/Company/conj/Nordavia recrutent/VERB/ROOT//recruter .",
        [
            "noun réseau +concurrent(demonym=concurrents, referent=Nordavia+Quantelle)",
            "adjective concurrent(referent=réseaux:réseau)",
            "verb être(object=réseaux:réseau, subject=Nordavia+Quantelle)",
            "verb recruter(subject=réseaux:réseau)",
        ],
    ),
    (
        "participle",
        "fr",
        "Quantelle/Company/nsubj/recrute , rachetée/VERB/acl/Quantelle/racheter/Tense=Past|VerbForm=Part "
        "par/ADP/case/Nordavia Nordavia/Company/obl:agent/rachetée , recrute/VERB/ROOT//recruter .",
        ["verb racheter(object=Quantelle, subject=Nordavia)", "verb recruter(subject=Quantelle)"],
    ),
    (
        "participle",
        "en",
        "Quantelle/Company/nsubj/hiring , acquired/VERB/acl/Quantelle/acquire/VBN|Tense=Past|VerbForm=Part "
        "by/ADP/agent/acquired Nordavia/Company/pobj/by , is/AUX/aux/hiring/be hiring/VERB/ROOT//hire .",
        ["verb acquire(object=Quantelle, subject=Nordavia)", "verb hire(subject=Quantelle)"],
    ),
    (
        "active participle",
        "fr",
        "Nordavia/Company/nsubj/recrute , rachetant/VERB/acl/Nordavia/racheter/Tense=Pres|VerbForm=Part "
        "Quantelle/Company/obj/rachetant , recrute/VERB/ROOT//recruter .",
        ["verb racheter(object=Quantelle, subject=Nordavia)", "verb recruter(subject=Nordavia)"],
    ),
    (
        "active participle",
        "en",
        "Nordavia/Company/nsubj/hires , acquiring/VERB/acl/Nordavia/acquire/VBG|Tense=Pres|VerbForm=Part "
        "Quantelle/Company/dobj/acquiring , hires/VERB/ROOT//hire .",
        ["verb acquire(object=Quantelle, subject=Nordavia)", "verb hire(subject=Nordavia)"],
    ),
    (
        "control by the subject",
        "fr",
        "Nordavia/Company/nsubj/veut veut/VERB/ROOT//vouloir racheter/VERB/xcomp/veut//VerbForm=Inf "
        "Quantelle/Company/obj/racheter .",
        ["verb vouloir(subject=Nordavia)", "verb racheter(object=Quantelle, subject=Nordavia) possible"],
    ),
    (
        "control by the subject",
        "en",
        "Nordavia/Company/nsubj/wants wants/VERB/ROOT//want to/PART/aux/acquire "
        "acquire/VERB/xcomp/wants//VerbForm=Inf Quantelle/Company/dobj/acquire .",
        ["verb want(subject=Nordavia)", "verb acquire(object=Quantelle, subject=Nordavia) possible"],
    ),
    (
        "control by the object",
        "fr",
        "Paul_Astier/Person/nsubj/convaincu a/AUX/aux:tense/convaincu/avoir "
        "convaincu/VERB/ROOT//convaincre/Tense=Past|VerbForm=Part Ada_Morel/Person/obj/convaincu "
        "de/ADP/mark/quitter quitter/VERB/xcomp/convaincu//VerbForm=Inf Quantelle/Company/obj/quitter .",
        ["verb convaincre(object=Ada, subject=Paul)", "verb quitter(object=Quantelle, subject=Ada) possible"],
    ),
    (
        "control by the object",
        "en",
        "Paul_Astier/Person/nsubj/persuaded persuaded/VERB/ROOT//persuade/Tense=Past "
        "Ada_Morel/Person/dobj/persuaded to/PART/aux/leave leave/VERB/xcomp/persuaded//VerbForm=Inf "
        "Quantelle/Company/dobj/leave .",
        ["verb persuade(object=Ada, subject=Paul)", "verb leave(object=Quantelle, subject=Ada) possible"],
    ),
    (
        "control by an oblique",
        "fr",
        "Paul_Astier/Person/nsubj/demandé a/AUX/aux:tense/demandé/avoir "
        "demandé/VERB/ROOT//demander/Tense=Past|VerbForm=Part à/ADP/case/Ada_Morel Ada_Morel/Person/obl:arg/demandé "
        "de/ADP/mark/quitter quitter/VERB/xcomp/demandé//VerbForm=Inf Quantelle/Company/obj/quitter .",
        ["verb demander(subject=Paul, à=Ada)", "verb quitter(object=Quantelle, subject=Ada) possible"],
    ),
    (
        "raising",
        "fr",
        "Nordavia/Company/nsubj/semble semble/VERB/ROOT//sembler racheter/VERB/xcomp/semble//VerbForm=Inf "
        "Quantelle/Company/obj/racheter .",
        ["verb sembler(subject=Nordavia)", "verb racheter(object=Quantelle, subject=Nordavia) possible"],
    ),
    (
        "raising",
        "en",
        "Nordavia/Company/nsubj/seems seems/VERB/ROOT//seem to/PART/aux/acquire "
        "acquire/VERB/xcomp/seems//VerbForm=Inf Quantelle/Company/dobj/acquire .",
        ["verb seem(subject=Nordavia)", "verb acquire(object=Quantelle, subject=Nordavia) possible"],
    ),
    (
        "coordinated subjects",
        "fr",
        "Nordavia/Company/nsubj/rachètent et/CCONJ/cc/Orbitalis Orbitalis/Company/conj/Nordavia "
        "rachètent/VERB/ROOT//racheter Quantelle/Company/obj/rachètent .",
        ["verb racheter(object=Quantelle, subject=Nordavia+Orbitalis)"],
    ),
    (
        "coordinated subjects",
        "en",
        "Nordavia/Company/nsubj/acquired and/CCONJ/cc/Nordavia Orbitalis/Company/conj/Nordavia "
        "acquired/VERB/ROOT//acquire Quantelle/Company/dobj/acquired .",
        ["verb acquire(object=Quantelle, subject=Nordavia+Orbitalis)"],
    ),
    (
        "coordinated objects",
        "fr",
        "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT//racheter Quantelle/Company/obj/rachète , "
        "Kartoflex/Company/conj/Quantelle et/CCONJ/cc/Orbitalis Orbitalis/Company/conj/Quantelle .",
        ["verb racheter(object=Quantelle+Kartoflex+Orbitalis, subject=Nordavia)"],
    ),
    (
        "coordinated objects",
        "en",
        "Nordavia/Company/nsubj/acquired acquired/VERB/ROOT//acquire Quantelle/Company/dobj/acquired , "
        "Kartoflex/Company/conj/Quantelle and/CCONJ/cc/Kartoflex Orbitalis/Company/conj/Kartoflex .",
        ["verb acquire(object=Quantelle+Kartoflex+Orbitalis, subject=Nordavia)"],
    ),
    (
        "coordinated predicates",
        "fr",
        "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté/avoir "
        "racheté/VERB/ROOT//racheter/Tense=Past|VerbForm=Part Quantelle/Company/obj/racheté et/CCONJ/cc/poursuivi "
        "poursuivi/VERB/conj/racheté/poursuivre/Tense=Past|VerbForm=Part Orbitalis/Company/obj/poursuivi .",
        ["verb racheter(object=Quantelle, subject=Nordavia)", "verb poursuivre(object=Orbitalis, subject=Nordavia)"],
    ),
    (
        "coordinated predicates",
        "en",
        "Nordavia/Company/nsubj/acquired acquired/VERB/ROOT//acquire Quantelle/Company/dobj/acquired "
        "and/CCONJ/cc/acquired sued/VERB/conj/acquired/sue Orbitalis/Company/dobj/sued .",
        ["verb acquire(object=Quantelle, subject=Nordavia)", "verb sue(object=Orbitalis, subject=Nordavia)"],
    ),
    (
        "coordinated passives",
        "fr",
        "Quantelle/Company/nsubj:pass/rachetée est/AUX/aux:pass/rachetée/être "
        "rachetée/VERB/ROOT//racheter/Tense=Past|VerbForm=Part|Voice=Pass par/ADP/case/Nordavia "
        "Nordavia/Company/obl:agent/rachetée et/CCONJ/cc/poursuivie "
        "poursuivie/VERB/conj/rachetée/poursuivre/Tense=Past|VerbForm=Part|Voice=Pass par/ADP/case/Orbitalis "
        "Orbitalis/Company/obl:agent/poursuivie .",
        ["verb racheter(object=Quantelle, subject=Nordavia)", "verb poursuivre(object=Quantelle, subject=Orbitalis)"],
    ),
    (
        "coordinated passives",
        "en",
        "Quantelle/Company/nsubjpass/acquired was/AUX/auxpass/acquired/be acquired/VERB/ROOT//acquire/VBN "
        "by/ADP/agent/acquired Nordavia/Company/pobj/by and/CCONJ/cc/acquired sued/VERB/conj/acquired/sue/VBN "
        "by/ADP/agent/sued Orbitalis/Company/pobj/by .",
        ["verb acquire(object=Quantelle, subject=Nordavia)", "verb sue(object=Quantelle, subject=Orbitalis)"],
    ),
    (
        "name, then title",
        "fr",
        "Ada_Morel/Person/nsubj/recrute , patronne/NOUN/appos/Ada_Morel de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/patronne , recrute/VERB/ROOT//recruter .",
        [
            "noun ada(referent=patronne:patronne)",
            "noun patronne(de=Nordavia, referent=Ada)",
            "verb recruter(subject=Ada)",
        ],
    ),
    (
        "name, then title",
        "en",
        "Ada_Morel/Person/nsubj/hires , boss/NOUN/appos/Ada_Morel of/ADP/prep/boss Nordavia/Company/pobj/of , "
        "hires/VERB/ROOT//hire .",
        ["noun ada(referent=boss:boss)", "noun boss(of=Nordavia, referent=Ada)", "verb hire(subject=Ada)"],
    ),
    (
        "title, then name",
        "fr",
        "La/DET/det/patronne patronne/NOUN/nsubj/recrute de/ADP/case/Nordavia Nordavia/Company/nmod/patronne , "
        "Ada_Morel/Person/appos/patronne , recrute/VERB/ROOT//recruter .",
        [
            "noun patronne(de=Nordavia, referent=Ada)",
            "noun ada(referent=patronne:patronne)",
            "verb recruter(subject=patronne:patronne, subject de=Nordavia)",
        ],
    ),
    (
        "title, then name",
        "en",
        "The/DET/det/boss boss/NOUN/nsubj/hires of/ADP/prep/boss Nordavia/Company/pobj/of , "
        "Ada_Morel/Person/appos/boss , hires/VERB/ROOT//hire .",
        [
            "noun boss(of=Nordavia, referent=Ada)",
            "noun ada(referent=boss:boss)",
            "verb hire(subject=boss:boss, subject of=Nordavia)",
        ],
    ),
    (
        "title in front",
        "fr",
        "La/DET/det/directrice directrice/NOUN/nsubj/recrute générale/ADJ/amod/directrice/général "
        "Ada_Morel/Person/nmod/directrice recrute/VERB/ROOT//recruter .",
        [
            "noun directrice +général(demonym=générale, referent=Ada)",
            "adjective général(referent=directrice+Ada:directrice)",
            "noun ada(referent=directrice:directrice)",
            "verb recruter(subject=directrice:directrice)",
        ],
    ),
    (
        "title in front",
        "en",
        "Nordavia/Company/compound/executive chief/ADJ/amod/executive executive/NOUN/compound/Ada_Morel "
        "Ada_Morel/Person/nsubj/hires hires/VERB/ROOT//hire .",
        [
            "noun nordavia(referent=executive:executive)",
            "adjective chief(referent=executive:executive)",
            "noun executive +nordavia +chief(compound=Nordavia, demonym=chief, referent=Ada)",
            "noun ada +executive(compound=executive:executive)",
            "verb hire(subject=Ada)",
        ],
    ),
    (
        "copula",
        "fr",
        "Ada_Morel/Person/nsubj/patronne est/AUX/cop/patronne/être la/DET/det/patronne patronne/NOUN/ROOT "
        "de/ADP/case/Nordavia Nordavia/Company/nmod/patronne .",
        ["noun patronne(de=Nordavia, referent=Ada)"],
    ),
    (
        "copula",
        "en",
        "Ada_Morel/Person/nsubj/is is/AUX/ROOT//be the/DET/det/boss boss/NOUN/attr/is of/ADP/prep/boss "
        "Nordavia/Company/pobj/of .",
        ["verb be(subject=Ada)", "noun boss(of=Nordavia, referent=Ada)"],
    ),
    (
        "becoming",
        "fr",
        "Ada_Morel/Person/nsubj/devient devient/VERB/ROOT//devenir patronne/NOUN/xcomp/devient de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/patronne .",
        ["verb devenir(subject=Ada)", "noun patronne(de=Nordavia, referent=Ada)"],
    ),
    (
        "becoming",
        "en",
        "Ada_Morel/Person/nsubj/becomes becomes/VERB/ROOT//become boss/NOUN/attr/becomes of/ADP/prep/boss "
        "Nordavia/Company/pobj/of .",
        ["verb become(subject=Ada)", "noun boss(of=Nordavia, referent=Ada)"],
    ),
    (
        "naming",
        "fr",
        "Nordavia/Company/nsubj/nomme nomme/VERB/ROOT//nommer Ada_Morel/Person/obj/nomme "
        "directrice/NOUN/xcomp/nomme générale/ADJ/amod/directrice/général .",
        [
            "verb nommer(object=Ada, subject=Nordavia)",
            "noun directrice +général(demonym=générale, referent=Ada)",
            "adjective général(referent=directrice:directrice)",
        ],
    ),
    (
        "naming",
        "en",
        "Nordavia/Company/nsubj/named named/VERB/ROOT//name Ada_Morel/Person/dobj/named boss/NOUN/oprd/named .",
        ["verb name(object=Ada, subject=Nordavia)", "noun boss(referent=Ada)"],
    ),
    (
        "being named",
        "fr",
        "Ada_Morel/Person/nsubj:pass/nommée est/AUX/aux:pass/nommée/être "
        "nommée/VERB/ROOT//nommer/Tense=Past|VerbForm=Part|Voice=Pass patronne/NOUN/xcomp/nommée "
        "de/ADP/case/Nordavia Nordavia/Company/nmod/patronne .",
        ["verb nommer(object=Ada)", "noun patronne(de=Nordavia, referent=Ada)"],
    ),
    (
        "being named",
        "en",
        "Ada_Morel/Person/nsubjpass/named was/AUX/auxpass/named/be named/VERB/ROOT//name/VBN boss/NOUN/oprd/named "
        "of/ADP/prep/boss Nordavia/Company/pobj/of .",
        ["verb name(object=Ada)", "noun boss(of=Nordavia, referent=Ada)"],
    ),
    (
        "as",
        "fr",
        "Ada_Morel/Person/nsubj/rencontre rencontre/VERB/ROOT//rencontrer Paul_Astier/Person/obj/rencontre "
        "comme/ADP/case/patronne patronne/NOUN/obl:mod/rencontre de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/patronne .",
        [
            "verb rencontrer(comme=patronne:patronne, comme de=Nordavia, object=Paul, subject=Ada)",
            "noun patronne(de=Nordavia, referent=Ada)",
        ],
    ),
    (
        "as",
        "en",
        "Ada_Morel/Person/nsubj/met met/VERB/ROOT//meet Paul_Astier/Person/dobj/met as/ADP/prep/met "
        "boss/NOUN/pobj/as of/ADP/prep/boss Nordavia/Company/pobj/of .",
        ["verb meet(as=boss:boss, as of=Nordavia, object=Paul, subject=Ada)", "noun boss(of=Nordavia, referent=Ada)"],
    ),
    (
        "nominalisation",
        "fr",
        "Le/DET/det/rachat rachat/NOUN/nsubj/inquiète de/ADP/case/Quantelle Quantelle/Company/nmod/rachat "
        "par/ADP/case/Nordavia Nordavia/Company/nmod/rachat inquiète/VERB/ROOT//inquiéter .",
        [
            "noun rachat(de=Quantelle, par=Nordavia)",
            "verb inquiéter(subject=rachat:rachat, subject de=Quantelle, subject par=Nordavia)",
        ],
    ),
    (
        "nominalisation",
        "en",
        "The/DET/det/acquisition acquisition/NOUN/nsubj/worries of/ADP/prep/acquisition Quantelle/Company/pobj/of "
        "by/ADP/prep/acquisition Nordavia/Company/pobj/by worries/VERB/ROOT//worry .",
        [
            "noun acquisition(by=Nordavia, of=Quantelle)",
            "verb worry(subject=acquisition:acquisition, subject by=Nordavia, subject of=Quantelle)",
        ],
    ),
    (
        "nominalisation with a possessive",
        "en",
        "Nordavia/Company/poss/acquisition 's/PART/case/Nordavia acquisition/NOUN/nsubj/worries "
        "of/ADP/prep/acquisition Quantelle/Company/pobj/of worries/VERB/ROOT//worry .",
        [
            "noun acquisition(of=Quantelle, possessive=Nordavia)",
            "verb worry(subject=acquisition:acquisition, subject of=Quantelle, subject possessive=Nordavia)",
        ],
    ),
    (
        "support verb",
        "fr",
        "Nordavia/Company/nsubj/finalise finalise/VERB/ROOT//finaliser le/DET/det/rachat rachat/NOUN/obj/finalise "
        "de/ADP/case/Quantelle Quantelle/Company/nmod/rachat .",
        [
            "verb finaliser(object=rachat:rachat, object de=Quantelle, subject=Nordavia)",
            "noun rachat(de=Quantelle, support=Nordavia)",
        ],
    ),
    (
        "support verb",
        "en",
        "Nordavia/Company/nsubj/completed completed/VERB/ROOT//complete the/DET/det/acquisition "
        "acquisition/NOUN/dobj/completed of/ADP/prep/acquisition Quantelle/Company/pobj/of .",
        [
            "verb complete(object=acquisition:acquisition, object of=Quantelle, subject=Nordavia)",
            "noun acquisition(of=Quantelle, support=Nordavia)",
        ],
    ),
    (
        "idiom with an object noun",
        "fr",
        "Nordavia/Company/nsubj/dépose dépose/VERB/ROOT//déposer plainte/NOUN/obj/dépose contre/ADP/case/Quantelle "
        "Quantelle/Company/obl:arg/dépose .",
        ["verb déposer(contre=Quantelle, object=plainte:plainte, subject=Nordavia)"],
    ),
    (
        "idiom with an object noun",
        "en",
        "Nordavia/Company/nsubj/took took/VERB/ROOT//take a/DET/det/stake stake/NOUN/dobj/took in/ADP/prep/took "
        "Quantelle/Company/pobj/in .",
        ["verb take(in=Quantelle, object=stake:stake, subject=Nordavia)"],
    ),
    (
        "idiom whose complement hangs on the noun",
        "fr",
        "Nordavia/Company/nsubj/inflige inflige/VERB/ROOT//infliger des/DET/det/amendes "
        "amendes/NOUN/obj/inflige/amende à/ADP/case/Quantelle Quantelle/Company/nmod/amendes .",
        ["verb infliger(object=amendes:amende, object à=Quantelle, subject=Nordavia)", "noun amende(à=Quantelle)"],
    ),
    (
        "idiom whose complement hangs on the noun",
        "en",
        "Nordavia/Company/nsubj/took took/VERB/ROOT//take a/DET/det/stake stake/NOUN/dobj/took in/ADP/prep/stake "
        "Quantelle/Company/pobj/in .",
        ["verb take(object=stake:stake, object in=Quantelle, subject=Nordavia)", "noun stake(in=Quantelle)"],
    ),
    (
        "idiom whose complement hangs on a noun behind a preposition",
        "fr",
        "Nordavia/Company/nsubj/entre entre/VERB/ROOT//entrer au/ADP/case/capital/à capital/NOUN/obl:arg/entre "
        "de/ADP/case/Quantelle Quantelle/Company/nmod/capital .",
        [
            "verb entrer(subject=Nordavia, à=capital:capital, à de=Quantelle)",
            "noun capital(de=Quantelle, state=Nordavia)",
        ],
    ),
    (
        "idiom whose complement hangs on a noun behind a preposition",
        "en",
        "Ada_Morel/Person/nsubj/came came/VERB/ROOT//come to/ADP/prep/came the/DET/det/rescue rescue/NOUN/pobj/to "
        "of/ADP/prep/rescue Quantelle/Company/pobj/of .",
        ["verb come(subject=Ada, to=rescue:rescue, to of=Quantelle)", "noun rescue(of=Quantelle)"],
    ),
    (
        "idiom with a possessive",
        "en",
        "Ada_Morel/Person/nsubj/took took/VERB/ROOT//take Nordavia/Company/poss/helm 's/PART/case/Nordavia "
        "helm/NOUN/dobj/took .",
        ["verb take(object=helm:helm, object possessive=Nordavia, subject=Ada)", "noun helm(possessive=Nordavia)"],
    ),
    (
        "possessive",
        "fr",
        "Sa/DET/det/patronne/son patronne/NOUN/nsubj/recrute , Ada_Morel/Person/appos/patronne , "
        "recrute/VERB/ROOT//recruter .",
        [
            "noun patronne(possessive=Sa, referent=Ada)",
            "noun ada(referent=patronne:patronne)",
            "verb recruter(subject=patronne:patronne, subject possessive=Sa)",
        ],
    ),
    (
        "possessive",
        "en",
        "Its/PRON/poss/boss/its boss/NOUN/nsubj/hires , Ada_Morel/Person/appos/boss , hires/VERB/ROOT//hire .",
        [
            "noun boss(possessive=Its, referent=Ada)",
            "noun ada(referent=boss:boss)",
            "verb hire(subject=boss:boss, subject possessive=Its)",
        ],
    ),
    (
        "adjective with a complement",
        "fr",
        "Nordavia/Company/nsubj/hostile est/AUX/cop/hostile/être hostile/ADJ/ROOT à/ADP/case/Quantelle "
        "Quantelle/Company/obl:arg/hostile .",
        ["adjective hostile(referent=Nordavia, à=Quantelle)"],
    ),
    (
        "adjective with a complement",
        "en",
        "Nordavia/Company/nsubj/is is/AUX/ROOT//be hostile/ADJ/acomp/is to/ADP/prep/hostile "
        "Quantelle/Company/pobj/to .",
        ["verb be(subject=Nordavia)", "adjective hostile(referent=Nordavia, to=Quantelle)"],
    ),
    (
        "nationality",
        "fr",
        "Le/DET/det/groupe groupe/NOUN/nsubj/recrute français/ADJ/amod/groupe Nordavia/Company/nmod/groupe "
        "recrute/VERB/ROOT//recruter .",
        [
            "noun groupe +français(demonym=français, referent=Nordavia)",
            "demonym français(referent=groupe:groupe)",
            "noun nordavia(referent=groupe:groupe)",
            "verb recruter(subject=groupe:groupe)",
        ],
    ),
    (
        "nationality",
        "en",
        "French/ADJ/amod/group group/NOUN/nsubj/hires Nordavia/Company/appos/group hires/VERB/ROOT//hire .",
        [
            "demonym french(referent=group:group)",
            "noun group +french(demonym=French, referent=Nordavia)",
            "noun nordavia(referent=group:group)",
            "verb hire(subject=group:group)",
        ],
    ),
    (
        "nationality of a name",
        "en",
        "French/ADJ/amod/Nordavia Nordavia/Company/nsubj/hires hires/VERB/ROOT//hire .",
        ["demonym french(referent=Nordavia)", "noun nordavia +french(demonym=French)", "verb hire(subject=Nordavia)"],
    ),
    (
        "nationality that is part of a name",
        "fr",
        "La/DET/det/Révolution Révolution/Event/nsubj/commence française/ADJ/amod/Révolution/français "
        "commence/VERB/ROOT//commencer .",
        ["noun révolution +français(demonym=française)", "verb commencer(subject=Révolution)"],
    ),
    (
        "gerund",
        "fr",
        "Nordavia/Company/nsubj/grandit grandit/VERB/ROOT//grandir en/ADP/mark/rachetant "
        "rachetant/VERB/advcl/grandit/racheter/Tense=Pres|VerbForm=Part Quantelle/Company/obj/rachetant .",
        ["verb grandir(subject=Nordavia)", "verb racheter(object=Quantelle, subject=Nordavia)"],
    ),
    (
        "gerund",
        "en",
        "Nordavia/Company/nsubj/grew grew/VERB/ROOT//grow by/ADP/prep/grew "
        "acquiring/VERB/pcomp/by/acquire/VerbForm=Part Quantelle/Company/dobj/acquiring .",
        ["verb grow(subject=Nordavia)", "verb acquire(object=Quantelle, subject=Nordavia)"],
    ),
    (
        "opening participle",
        "fr",
        "Rachetée/VERB/advcl/recrute/racheter/Tense=Past|VerbForm=Part par/ADP/case/Nordavia "
        "Nordavia/Company/obl:agent/Rachetée , Quantelle/Company/nsubj/recrute recrute/VERB/ROOT//recruter .",
        ["verb racheter(object=Quantelle, subject=Nordavia)", "verb recruter(subject=Quantelle)"],
    ),
    (
        "opening participle",
        "en",
        "Acquired/VERB/advcl/hires/acquire/VBN|Tense=Past|VerbForm=Part by/ADP/agent/Acquired "
        "Nordavia/Company/pobj/by , Quantelle/Company/nsubj/hires hires/VERB/ROOT//hire .",
        ["verb acquire(object=Quantelle, subject=Nordavia)", "verb hire(subject=Quantelle)"],
    ),
    (
        "finite clause beside",
        "fr",
        "Nordavia/Company/nsubj/recrute recrute/VERB/ROOT//recruter quand/SCONJ/mark/rachète "
        "Orbitalis/Company/nsubj/rachète rachète/VERB/advcl/recrute/racheter/VerbForm=Fin "
        "Quantelle/Company/obj/rachète .",
        ["verb recruter(subject=Nordavia)", "verb racheter(object=Quantelle, subject=Orbitalis)"],
    ),
    (
        "imperative beside",
        "fr",
        "Nordavia/Company/nsubj/recrute recrute/VERB/ROOT//recruter : "
        "rachète/VERB/advcl/recrute/racheter/VerbForm=Fin Quantelle/Company/obj/rachète .",
        ["verb recruter(subject=Nordavia)", "verb racheter(object=Quantelle)"],
    ),
    (
        "coordinated passive and active",
        "fr",
        "Ada_Morel/Person/nsubj:pass/renvoyée est/AUX/aux:pass/renvoyée/être "
        "renvoyée/VERB/ROOT//renvoyer/Tense=Past|VerbForm=Part|Voice=Pass par/ADP/case/Nordavia "
        "Nordavia/Company/obl:agent/renvoyée et/CCONJ/cc/rejoint rejoint/VERB/conj/renvoyée/rejoindre/VerbForm=Fin "
        "Quantelle/Company/obj/rejoint .",
        ["verb renvoyer(object=Ada, subject=Nordavia)", "verb rejoindre(object=Quantelle, subject=Ada)"],
    ),
    (
        "coordinated passive and active",
        "en",
        "Ada_Morel/Person/nsubjpass/fired was/AUX/auxpass/fired/be "
        "fired/VERB/ROOT//fire/VBN|Tense=Past|VerbForm=Part by/ADP/agent/fired Nordavia/Company/pobj/by "
        "and/CCONJ/cc/fired joined/VERB/conj/fired/join/Tense=Past|VerbForm=Fin Quantelle/Company/dobj/joined .",
        ["verb fire(object=Ada, subject=Nordavia)", "verb join(object=Quantelle, subject=Ada)"],
    ),
    (
        "coordinated passives, one without its agent",
        "en",
        "Quantelle/Company/nsubjpass/acquired was/AUX/auxpass/acquired/be "
        "acquired/VERB/ROOT//acquire/VBN|Tense=Past|VerbForm=Part by/ADP/agent/acquired Nordavia/Company/pobj/by "
        "and/CCONJ/cc/acquired renamed/VERB/conj/acquired/rename/VBN|Tense=Past|VerbForm=Part .",
        ["verb acquire(object=Quantelle, subject=Nordavia)", "verb rename(object=Quantelle)"],
    ),
    (
        "raising out of a passive",
        "fr",
        "Nordavia/Company/nsubj:pass/soupçonnée est/AUX/aux:pass/soupçonnée/être "
        "soupçonnée/VERB/ROOT//soupçonner/Tense=Past|VerbForm=Part|Voice=Pass de/ADP/mark/racheter "
        "racheter/VERB/xcomp/soupçonnée//VerbForm=Inf Quantelle/Company/obj/racheter .",
        ["verb soupçonner(object=Nordavia)", "verb racheter(object=Quantelle, subject=Nordavia) possible"],
    ),
    (
        "raising out of a passive",
        "en",
        "Nordavia/Company/nsubjpass/said is/AUX/auxpass/said/be said/VERB/ROOT//say/VBN|Tense=Past|VerbForm=Part "
        "to/PART/aux/acquire acquire/VERB/xcomp/said//VerbForm=Inf Quantelle/Company/dobj/acquire .",
        ["verb say(object=Nordavia)", "verb acquire(object=Quantelle, subject=Nordavia) possible"],
    ),
    (
        "participle with an auxiliary",
        "fr",
        "Nordavia/Company/nsubj/recrute , ayant/AUX/aux:tense/racheté/avoir "
        "racheté/VERB/acl/Nordavia/racheter/Tense=Past|VerbForm=Part Quantelle/Company/obj/racheté , "
        "recrute/VERB/ROOT//recruter .",
        ["verb racheter(object=Quantelle, subject=Nordavia)", "verb recruter(subject=Nordavia)"],
    ),
    (
        "participle with an auxiliary",
        "en",
        "Nordavia/Company/nsubj/hires , having/AUX/aux/acquired/have "
        "acquired/VERB/acl/Nordavia/acquire/VBN|Tense=Past|VerbForm=Part Quantelle/Company/dobj/acquired , "
        "hires/VERB/ROOT//hire .",
        ["verb acquire(object=Quantelle, subject=Nordavia)", "verb hire(subject=Nordavia)"],
    ),
    (
        "infinitive with an auxiliary",
        "fr",
        "Ada_Morel/Person/nsubj/recrute recrute/VERB/ROOT//recruter après/ADP/mark/démissionné "
        "avoir/AUX/aux:tense/démissionné//VerbForm=Inf "
        "démissionné/VERB/advcl/recrute/démissionner/Tense=Past|VerbForm=Part de/ADP/case/Nordavia "
        "Nordavia/Company/obl:arg/démissionné .",
        ["verb recruter(subject=Ada)", "verb démissionner(de=Nordavia, subject=Ada)"],
    ),
    (
        "infinitive with an auxiliary",
        "en",
        "Ada_Morel/Person/nsubj/hires hires/VERB/ROOT//hire after/ADP/prep/hires having/AUX/aux/resigned/have "
        "resigned/VERB/pcomp/after/resign/VBN|Tense=Past|VerbForm=Part from/ADP/prep/resigned "
        "Nordavia/Company/pobj/from .",
        ["verb hire(subject=Ada)", "verb resign(from=Nordavia, subject=Ada)"],
    ),
    (
        "relative with its subject behind",
        "fr",
        "L'/DET/det/agence agence/NOUN/nsubj/recrute que/PRON/obj/préside préside/VERB/acl:relcl/agence/présider "
        "Ada_Morel/Person/nsubj/préside recrute/VERB/ROOT//recruter .",
        ["verb présider(object=agence:agence, subject=Ada)", "verb recruter(subject=agence:agence)"],
    ),
    (
        "relative of the nearest of several",
        "fr",
        "Paul_Astier/Person/nsubj/recrutent et/CCONJ/cc/Ada_Morel Ada_Morel/Person/conj/Paul_Astier , "
        "qui/PRON/nsubj/quitte quitte/VERB/acl:relcl/Paul_Astier/quitter/Number=Sing Nordavia/Company/obj/quitte , "
        "recrutent/VERB/ROOT//recruter .",
        ["verb quitter(object=Nordavia, subject=Ada)", "verb recruter(subject=Paul+Ada)"],
    ),
    (
        "relative of all of several",
        "fr",
        "Paul_Astier/Person/nsubj/recrutent et/CCONJ/cc/Ada_Morel Ada_Morel/Person/conj/Paul_Astier , "
        "qui/PRON/nsubj/quittent quittent/VERB/acl:relcl/Paul_Astier/quitter/Number=Plur "
        "Nordavia/Company/obj/quittent , recrutent/VERB/ROOT//recruter .",
        ["verb quitter(object=Nordavia, subject=Paul+Ada)", "verb recruter(subject=Paul+Ada)"],
    ),
    (
        "cleft",
        "fr",
        "C'/PRON/expl:subj/Ada_Morel est/AUX/cop/Ada_Morel/être Ada_Morel/Person/ROOT qui/PRON/nsubj/quitte "
        "quitte/VERB/acl:relcl/Ada_Morel/quitter Nordavia/Company/obj/quitte .",
        ["noun ada(referent=C')", "verb quitter(object=Nordavia, subject=Ada)"],
    ),
    (
        "active participle of a verb without a passive",
        "fr",
        "Nordavia/Company/nsubj/recrute , entrée/VERB/acl/Nordavia/entrer/Tense=Past|VerbForm=Part au/ADP/case/capital "
        "capital/NOUN/obl:arg/entrée de/ADP/case/Quantelle Quantelle/Company/nmod/capital , "
        "recrute/VERB/ROOT//recruter .",
        [
            "verb entrer(subject=Nordavia, à=capital:capital, à de=Quantelle)",
            "noun capital(de=Quantelle, state=Nordavia)",
            "verb recruter(subject=Nordavia)",
        ],
    ),
    (
        "opening participle of a verb without a passive",
        "fr",
        "Arrivée/VERB/advcl/recrute/arriver/Tense=Past|VerbForm=Part chez/ADP/case/Nordavia "
        "Nordavia/Company/obl:arg/Arrivée , Ada_Morel/Person/nsubj/recrute recrute/VERB/ROOT//recruter .",
        ["verb arriver(chez=Nordavia, subject=Ada)", "verb recruter(subject=Ada)"],
    ),
    (
        "what somebody is sanctioned for",
        "fr",
        "Paul_Astier/Person/nsubj/inflige inflige/VERB/ROOT//infliger une/DET/det/amende amende/NOUN/obj/inflige "
        "à/ADP/case/Nordavia Nordavia/Company/obl:arg/inflige pour/ADP/mark/copié "
        "avoir/AUX/aux:tense/copié//VerbForm=Inf copié/VERB/advcl/inflige/copier/Tense=Past|VerbForm=Part "
        "Quantelle/Company/obj/copié .",
        [
            "verb infliger(object=amende:amende, subject=Paul, à=Nordavia)",
            "verb copier(object=Quantelle, subject=Nordavia)",
        ],
    ),
    (
        "… who is the object",
        "fr",
        "Paul_Astier/Person/nsubj/condamne condamne/VERB/ROOT//condamner Nordavia/Company/obj/condamne "
        "pour/ADP/mark/copié avoir/AUX/aux:tense/copié//VerbForm=Inf "
        "copié/VERB/advcl/condamne/copier/Tense=Past|VerbForm=Part Quantelle/Company/obj/copié .",
        ["verb condamner(object=Nordavia, subject=Paul)", "verb copier(object=Quantelle, subject=Nordavia)"],
    ),
    (
        "object of two verbs",
        "fr",
        "Ada_Morel/Person/nsubj/fondé a/AUX/aux:tense/fondé/avoir fondé/VERB/ROOT//fonder et/CCONJ/cc/dirige "
        "dirige/VERB/conj/fondé/diriger/VerbForm=Fin Nordavia/Company/obj/dirige .",
        [
            "verb fonder(object=Nordavia, subject=Ada)",
            "verb diriger(object=Nordavia, subject=Ada)",
            "noun nordavia(support=Ada)",
        ],
    ),
    (
        "complement of two nouns",
        "fr",
        "Le/DET/det/fondateur fondateur/NOUN/nsubj/recrute et/CCONJ/cc/patron patron/NOUN/conj/fondateur "
        "de/ADP/case/Nordavia Nordavia/Company/nmod/patron , Paul_Astier/Person/appos/fondateur , "
        "recrute/VERB/ROOT//recruter .",
        [
            "noun fondateur(de=Nordavia, referent=Paul)",
            "noun patron(de=Nordavia, referent=Paul)",
            "noun paul(referent=fondateur+patron:fondateur)",
            "verb recruter(subject=fondateur+patron:fondateur)",
        ],
    ),
    (
        "a noun with its name and another",
        "fr",
        "le/DET/det/groupe groupe/NOUN/nsubj/recrutent Nordavia/Company/appos/groupe et/CCONJ/cc/éditeur "
        "l'/DET/det/éditeur éditeur/NOUN/conj/Nordavia Quantelle/Company/appos/éditeur "
        "recrutent/VERB/ROOT//recruter .",
        [
            "noun groupe(referent=Nordavia+éditeur)",
            "noun nordavia(referent=groupe:groupe)",
            "noun éditeur(referent=Quantelle)",
            "noun quantelle(referent=éditeur:éditeur)",
            "verb recruter(subject=groupe+éditeur:groupe)",
        ],
    ),
    (
        "one name of two has the title",
        "fr",
        "Ada_Morel/Person/nsubj/recrutent et/CCONJ/cc/Paul_Astier Paul_Astier/Person/conj/Ada_Morel , "
        "patron/NOUN/appos/Ada_Morel//Number=Sing de/ADP/case/Nordavia Nordavia/Company/nmod/patron , "
        "recrutent/VERB/ROOT//recruter .",
        [
            "noun ada(referent=patron:patron)",
            "noun patron(de=Nordavia, referent=Paul)",
            "verb recruter(subject=Ada+Paul)",
        ],
    ),
    (
        "two names have the title",
        "fr",
        "Ada_Morel/Person/nsubj/recrutent et/CCONJ/cc/Paul_Astier Paul_Astier/Person/conj/Ada_Morel , "
        "patrons/NOUN/appos/Ada_Morel/patron/Number=Plur de/ADP/case/Nordavia Nordavia/Company/nmod/patrons , "
        "recrutent/VERB/ROOT//recruter .",
        [
            "noun ada(referent=patrons:patron)",
            "noun patron(de=Nordavia, referent=Ada+Paul)",
            "verb recruter(subject=Ada+Paul)",
        ],
    ),
    (
        "two names have two titles",
        "fr",
        "Ada_Morel/Person/nsubj/recrutent et/CCONJ/cc/Paul_Astier Paul_Astier/Person/conj/Ada_Morel , "
        "patrons/NOUN/appos/Ada_Morel/patron/Number=Plur de/ADP/case/Nordavia Nordavia/Company/nmod/patrons "
        "et/CCONJ/cc/Quantelle de/ADP/case/Quantelle Quantelle/Company/conj/Nordavia , recrutent/VERB/ROOT//recruter .",
        [
            "noun ada(referent=patrons:patron)",
            "noun patron(referent=Ada+Paul)",
            "verb recruter(subject=Ada+Paul)",
        ],
    ),
    (
        "a post beside whom it was",
        "fr",
        "Ada_Morel/Person/nsubj/succède succède/VERB/ROOT//succéder à/ADP/case/Paul_Astier "
        "Paul_Astier/Person/obl:arg/succède à/ADP/case/tête la/DET/det/tête tête/NOUN/obl:mod/succède "
        "de/ADP/case/Nordavia Nordavia/Company/nmod/tête .",
        ["verb succéder(subject=Ada, à=Paul)", "noun tête(de=Nordavia, referent=Ada, state=Ada)"],
    ),
    (
        "chain of titles",
        "fr",
        "Ada_Morel/Person/nsubj/recrute , députée/NOUN/appos/Ada_Morel/député de/ADP/case/Sarthe "
        "Sarthe/Place/nmod/députée et/CCONJ/cc/présidente présidente/NOUN/conj/députée/président de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/présidente , recrute/VERB/ROOT//recruter .",
        [
            "noun ada(referent=députée+présidente:député)",
            "noun député(de=Sarthe, referent=Ada)",
            "noun président(de=Nordavia, referent=Ada)",
            "verb recruter(subject=Ada)",
        ],
    ),
    (
        "title in front of its sentence",
        "fr",
        "Patronne/NOUN/obl:mod/recrute de/ADP/case/Nordavia Nordavia/Company/nmod/Patronne , "
        "Ada_Morel/Person/nsubj/recrute recrute/VERB/ROOT//recruter .",
        ["noun patronne(de=Nordavia, referent=Ada)", "verb recruter(subject=Ada)"],
    ),
    (
        "post behind a preposition",
        "fr",
        "À/ADP/case/tête la/DET/det/tête tête/NOUN/obl:mod/recrute de/ADP/case/Nordavia Nordavia/Company/nmod/tête , "
        "Ada_Morel/Person/nsubj/recrute recrute/VERB/ROOT//recruter .",
        [
            "noun tête(de=Nordavia, referent=Ada, state=Ada)",
            "verb recruter(subject=Ada, à=tête:tête, à de=Nordavia)",
        ],
    ),
    (
        "at the post of",
        "fr",
        "Nordavia/Company/nsubj/nomme nomme/VERB/ROOT//nommer Ada_Morel/Person/obj/nomme au/ADP/case/poste "
        "poste/NOUN/obl:mod/nomme de/ADP/case/directrice directrice/NOUN/nmod/poste .",
        [
            "verb nommer(object=Ada, subject=Nordavia, à=poste:poste, à de=directrice:directrice)",
            "noun poste(de=directrice:directrice, state=Nordavia)",
            "noun directrice(referent=Ada)",
        ],
    ),
    (
        "name in brackets",
        "fr",
        "La/DET/det/députée députée/NOUN/nsubj/recrute/député Ada_Morel/Person/appos/députée ( "
        "Avenir/Party/appos:paren/Ada_Morel , Sarthe/Place/appos:paren/Ada_Morel ) recrute/VERB/ROOT//recruter .",
        [
            "noun député(referent=Ada)",
            "noun ada(referent=députée:député)",
            "parenthesis député(referent=Ada+députée)",
            "parenthesis député +listed(referent=Ada+députée)",
            "verb recruter(subject=députée:député)",
        ],
    ),
    (
        "pronoun that repeats a noun",
        "fr",
        "Le/DET/det/patron patron/NOUN/nsubj/recrutent de/ADP/case/Nordavia Nordavia/Company/nmod/patron et/CCONJ/cc/celui "
        "celui/PRON/conj/patron de/ADP/case/Quantelle Quantelle/Company/nmod/celui , Paul_Astier/Person/appos/celui , "
        "recrutent/VERB/ROOT//recruter .",
        [
            "noun patron(de=Nordavia)",
            "noun patron(de=Quantelle, referent=Paul)",
            "noun paul(referent=celui)",
            "verb recruter(subject=patron+celui:patron, subject de=Nordavia)",
        ],
    ),
    (
        "former post in one word",
        "fr",
        "L'/DET/det/ex-patron ex-patron/NOUN/nsubj/recrute de/ADP/case/Nordavia Nordavia/Company/nmod/ex-patron , "
        "Paul_Astier/Person/appos/ex-patron , recrute/VERB/ROOT//recruter .",
        [
            "noun patron(de=Nordavia, referent=Paul) over",
            "noun paul(referent=ex-patron:ex-patron)",
            "verb recruter(subject=ex-patron:ex-patron, subject de=Nordavia)",
        ],
    ),
    (
        "neither … nor",
        "fr",
        "Ni/CCONJ/cc/Nordavia Nordavia/Company/nsubj/racheté ni/CCONJ/cc/Orbitalis Orbitalis/Company/conj/Nordavia "
        "n'/ADV/advmod/racheté ont/AUX/aux:tense/racheté/avoir racheté/VERB/ROOT//racheter Quantelle/Company/obj/racheté .",
        ["verb racheter(object=Quantelle, subject=Nordavia+Orbitalis) denied"],
    ),
    (
        "headline",
        "fr",
        "Rachat/NOUN/ROOT de/ADP/case/Quantelle Quantelle/Company/nmod/Rachat par/ADP/case/Nordavia "
        "Nordavia/Company/nmod/Rachat : Lyon/Place/nsubj/recrute recrute/VERB/parataxis/Rachat/recruter",
        ["noun rachat(de=Quantelle, par=Nordavia)", "verb recruter(subject=Lyon)"],
    ),
    (
        "mutual subjects",
        "fr",
        "Nordavia/Company/nsubj/fusionnent et/CCONJ/cc/Quantelle Quantelle/Company/conj/Nordavia "
        "fusionnent/VERB/ROOT//fusionner .",
        ["verb fusionner(subject=Nordavia+Quantelle)"],
    ),
    (
        "mutual subjects",
        "en",
        "Nordavia/Company/nsubj/merge and/CCONJ/cc/Nordavia Quantelle/Company/conj/Nordavia merge/VERB/ROOT .",
        ["verb merge(subject=Nordavia+Quantelle)"],
    ),
    (
        "name after the copula",
        "fr",
        "La/DET/det/patronne patronne/NOUN/nsubj/Ada_Morel de/ADP/case/Nordavia Nordavia/Company/nmod/patronne "
        "est/AUX/cop/Ada_Morel/être Ada_Morel/Person/ROOT .",
        ["noun patronne(de=Nordavia, referent=Ada)", "noun ada(referent=patronne:patronne)"],
    ),
    (
        "name after the copula",
        "en",
        "The/DET/det/boss boss/NOUN/nsubj/is of/ADP/prep/boss Nordavia/Company/pobj/of is/AUX/ROOT//be "
        "Ada_Morel/Person/attr/is .",
        [
            "noun boss(of=Nordavia, referent=Ada)",
            "verb be(subject=boss:boss, subject of=Nordavia)",
            "noun ada(referent=boss:boss)",
        ],
    ),
]


@pytest.mark.parametrize(("construction", "lang", "sentence", "expected"), CONSTRUCTIONS)
def test_frames(tree, shown, construction, lang, sentence, expected):
    assert shown(frames(tree(lang, sentence))) == expected


def test_words_of_sentences_that_were_not_parsed_have_no_frame(tree):
    assert frames(tree("fr", "Nordavia//nsubj/rachète rachète//ROOT Quantelle//obj/rachète ."))._.frames == []


@pytest.mark.parametrize(("lang", "label"), [("fr", "obj"), ("en", "dobj")])
def test_a_long_list_is_cut(tree, shown, lang, label):
    names = [f"Kart{n}" for n in range(MAX_CONJUNCTS + 5)]
    listed = " ".join(f"{name}/Company/conj/Kart0" for name in names[1:])
    doc = frames(tree(lang, f"Ada/Person/nsubj/x x/VERB/ROOT Kart0/Company/{label}/x {listed}"))
    assert shown(doc)[0] == f"verb x(object={'+'.join(names[:MAX_CONJUNCTS])}, subject=Ada)"


@pytest.mark.parametrize(
    ("lang", "sentence", "word", "expected"),
    [
        ("fr", "Ada/Person/nsubj/patronne est/AUX/cop/patronne/être patronne/NOUN/ROOT", "patronne", ["Ada"]),
        ("en", "Ada/Person/nsubj/is is/AUX/ROOT//be boss/NOUN/attr/is", "boss", ["Ada"]),
        ("fr", "Ada/Person/ROOT , patronne/NOUN/appos/Ada et/CCONJ/cc/mère mère/NOUN/conj/patronne", "mère", ["Ada"]),
        ("en", "Ada/Person/ROOT , boss/NOUN/appos/Ada and/CCONJ/cc/mother mother/NOUN/conj/boss", "mother", ["Ada"]),
        ("fr", "un/DET/det/groupe groupe/NOUN/ROOT lyonnais/ADJ/amod/groupe", "lyonnais", ["groupe"]),
        ("fr", "le/DET/det/groupe groupe/NOUN/nsubj/recrute recrute/VERB/ROOT//recruter", "groupe", []),
        ("en", "the/DET/det/group group/NOUN/nsubj/hires hires/VERB/ROOT//hire", "group", []),
        ("fr", "Ada/Person/nsubj/voit voit/VERB/ROOT//voir la/DET/det/patronne patronne/NOUN/obj/voit", "patronne", []),
        ("en", "Ada/Person/nsubj/sees sees/VERB/ROOT//see the/DET/det/boss boss/NOUN/dobj/sees", "boss", []),
    ],
)
def test_what_a_noun_is_said_of(tree, lang, sentence, word, expected):
    token = next(t for t in tree(lang, sentence) if t.text == word)
    assert [t.text for t in said_of(token)] == expected


@pytest.mark.parametrize(
    ("sentence", "repaired", "signals"),
    [
        ("Ada/Person/nsubj/rachète rachète/VERB/ROOT//racheter Nordavia/Company/obj/rachète", (), ()),
        ("Ada/Person/nsubj/rachète rachète/VERB/ROOT//racheter Nordavia/Company/obj/rachète", (2,), ("repaired",)),
        (
            "rachète/VERB/conj/veut/racheter Ada/Person/nsubj/veut veut/VERB/ROOT//vouloir Nordavia/Company/obj/rachète",
            (),
            ("shared",),
        ),
        (
            f"Ada/Person/nsubj/rachète {', ' * 20}rachète/VERB/ROOT//racheter Nordavia/Company/obj/rachète",
            (),
            ("far",),
        ),
    ],
)
def test_signals(tree, sentence, repaired, signals):
    doc = tree("fr", sentence)
    doc._.repaired = frozenset(repaired)
    frame = next(f for f in frames(doc)._.frames if f.lemma == "racheter")
    assert frame.signals == signals
