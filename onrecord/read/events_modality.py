"""How an act is told: as done, or as denied, feared, planned, practiced, past, played; and what is no act of war."""

from datetime import date
from typing import Final

from onrecord.model.codes import Modality, SetAsideReason
from onrecord.model.reading import Sentence, Token
from onrecord.read.events_ages import by_age
from onrecord.read.events_causes import by_cause
from onrecord.read.events_general import is_general
from onrecord.read.events_modality_words import modality_words, reasons_of
from onrecord.read.events_telling import Telling
from onrecord.read.events_triggers import Trigger

MODALITY_OF: Final[dict[SetAsideReason, Modality]] = {
    "hypothetical": "hypothetical",
    "threat": "future",
    "future": "future",
    "negated": "negated",
    "denied": "denied",
    "historical": "historical",
    "court": "historical",
}
# The steps up the tree along which a governor keeps its force over an act.
GOVERNED: Final = frozenset({"dobj", "xcomp", "ccomp", "oprd", "nsubjpass", "acl", "pcomp", "pobj", "advcl", "dep"})
GOVERNING_PREPOSITIONS: Final = frozenset({"of", "from", "to", "for", "against", "about", "on", "with", "over"})
MARKS: Final = frozenset({"if", "unless", "whether", "lest"})
MODALS: Final = frozenset({"could", "might", "may", "would", "should", "can", "must", "'d"})
WILL: Final = frozenset({"will", "shall", "'ll", "’ll", "wo"})
# "Denied involvement in the attack": the attack is not denied.
SHARES: Final = frozenset(
    {"involvement", "responsibility", "role", "link", "part", "participation", "connection", "complicity"}
)
# Verbs whose infinitive is done, tried or said to be so.
DONE: Final = frozenset(
    {
        *("try", "attempt", "manage", "continue", "begin", "start", "help", "proceed", "come", "use", "say", "report"),
        *("believe", "allege", "claim", "think", "know", "seem", "appear", "rumor", "suppose", "force", "happen", "go"),
        *("dare", "suspect", "presume", "understand", "find", "see", "prove", "tend", "fail", "assume"),
    }
)


def judge_telling(telling: Telling, published: date | None = None) -> tuple[Modality, SetAsideReason | None]:
    """The modality of a telling, and why it is set aside (None where it is an act on the record)."""
    reason = by_cause(telling) or _by_triggers(telling) or _by_scene(telling) or by_age(telling, published)
    reason = reason or ("general" if is_general(telling) else None)
    return (MODALITY_OF.get(reason, "asserted") if reason else "asserted"), reason


def _by_triggers(telling: Telling) -> SetAsideReason | None:
    """None where one trigger that tells more than a toll is told as done, else the reason of the first."""
    acts = [trigger for trigger in telling.triggers if trigger.rank > 0 and not trigger.harm] or telling.triggers
    if telling.sentence.tokens[-1].text == "?":
        return "hypothetical"
    if any(_has_harmed(telling, trigger) or _is_done_meanwhile(telling, trigger) for trigger in telling.triggers):
        return None
    reasons = [_of_trigger(telling, trigger) for trigger in acts]
    return None if None in reasons else reasons[0]


def _has_harmed(telling: Telling, trigger: Trigger) -> bool:
    """True for "helped prepare the bombing that killed nine": a plan that was carried out."""
    sentence, token = telling.sentence, telling.sentence.tokens[trigger.head]
    if not (
        trigger.harm and token.dep == "relcl" and token.tag == "VBD" and sentence.head(token).index in telling.acts
    ):
        return False
    return _of_verb(sentence, token) is None


def _is_done_meanwhile(telling: Telling, trigger: Trigger) -> bool:
    """True for "as troops prepared an offensive, five were killed": what is only planned hangs below the harm done."""
    sentence, token = telling.sentence, telling.sentence.tokens[trigger.head]
    if not trigger.harm or token.tag not in ("VBD", "VBN") or not sentence.kids(token, "nsubjpass"):
        return False
    below = {
        word.index
        for clause in sentence.kids(token, "advcl")
        if any(kid.lower in ("as", "while") for kid in sentence.kids(clause, "mark", "advmod"))
        for word in sentence.subtree(clause)
    }
    others = [other.head for other in telling.triggers if not other.harm]
    return bool(others) and below.issuperset(others) and _of_trigger(telling, trigger) is None


def told_as_done(telling: Telling) -> tuple[Trigger, ...]:
    """The triggers of a telling that are told as done, all of them where none is: "windows secured against strikes"."""
    if any(_has_harmed(telling, trigger) for trigger in telling.triggers):
        return telling.triggers
    return tuple(t for t in telling.triggers if _of_trigger(telling, t) is None) or telling.triggers


def _by_scene(telling: Telling) -> SetAsideReason | None:
    """A word of sport or film in a telling without harm."""
    if any(trigger.harm for trigger in telling.triggers):
        return None
    tokens = [telling.sentence.tokens[index] for index in telling.tokens]
    lemmas = [t.lemma.lower() for t in tokens if t.pos != "PROPN" or t.lower != "league"]  # a party may be a League
    return next((reasons_of("words")[lemma] for lemma in lemmas if lemma in reasons_of("words")), None)


def _of_trigger(telling: Telling, trigger: Trigger) -> SetAsideReason | None:
    """The reason that the words above and beside a trigger give, None where it is told as done."""
    sentence, token = telling.sentence, telling.sentence.tokens[trigger.head]
    reason = _beside(telling, token, trigger)
    if reason:
        return reason
    below = token
    for word in sentence.ancestors(token):
        reason = _above(sentence, token, below, word)
        if reason:
            return None if trigger.type == "protective_measure" and reason == "future" else reason
        if not _carries(sentence, below):
            break
        below = word
    helped = token.pos == "VERB" and token.dep == "xcomp" and _is_purpose(sentence, below)  # "sent to help retake"
    return "future" if helped or _is_purpose(sentence, token) else None


def _beside(telling: Telling, token: Token, trigger: Trigger) -> SetAsideReason | None:
    """What a trigger's own modifiers, object and noun make of it: "heart attack", "strike a deal", "murder trial"."""
    sentence = telling.sentence
    for kid in sentence.kids(token):
        if kid.lower == "possible" and any(t.harm and _of_trigger(telling, t) is None for t in telling.triggers):
            continue  # "a possible drone strike killed five": who or what did it is open, not that it was done
        is_modifier = kid.dep in ("amod", "compound", "det", "nmod", "poss") and kid.lower in reasons_of("modifiers")
        if is_modifier and (kid.lower not in modality_words("walkouts") or token.lemma.lower() == "strike"):
            return reasons_of("modifiers")[kid.lower]
        is_object = token.pos == "VERB" and kid.dep == "dobj" and kid.index > trigger.last
        if is_object and kid.lemma.lower() in modality_words("objects") and not (telling.arms or telling.sides.acting):
            return "metaphor"
    if _is_contest(sentence, token):
        return "metaphor"
    if token.pos == "VERB":
        return _of_verb(sentence, token)
    if token.dep in ("compound", "amod", "nmod"):
        return reasons_of("heads").get(sentence.head(token).lemma.lower())
    return None


def _is_contest(sentence: Sentence, token: Token) -> bool:
    """True for "beat him by 1,000 votes", "went on the attack"."""
    if token.lemma.lower() == "beat":
        return any(word.lemma.lower() in modality_words("margins") for word in sentence.subtree(token))
    above = sentence.head(token)
    return token.lower in ("attack", "offensive") and above.lower == "on" and sentence.head(above).lemma == "go"


def _of_verb(sentence: Sentence, verb: Token) -> SetAsideReason | None:
    """What a verb's own auxiliaries, negations and conjunctions make of it."""
    kids = sentence.kids(verb)
    if any(kid.dep == "neg" for kid in kids):
        return "negated"
    if any(kid.dep in ("nsubj", "nsubjpass") and _is_nobody(sentence, kid) for kid in kids):
        return "negated"
    aux = {kid.lower for kid in kids if kid.dep in ("aux", "auxpass")}
    if aux & WILL:
        return "future"
    if aux & MODALS and "have" not in aux:
        return "hypothetical"
    if any(kid.dep in ("mark", "advmod") and kid.lower in MARKS for kid in kids) or _is_inverted(sentence, verb):
        return "hypothetical"
    return None


def _is_inverted(sentence: Sentence, verb: Token) -> bool:
    """True for "had the shell hit the school, ...": it did not."""
    had = [kid.index for kid in sentence.kids(verb, "aux") if kid.lower == "had"]
    subjects = [kid.index for kid in sentence.kids(verb, "nsubj", "nsubjpass")]
    return bool(had and subjects) and had[0] < subjects[0]


def _is_purpose(sentence: Sentence, verb: Token) -> bool:
    """True for an infinitive that tells what is to be done: "weapons to kill"; not "began to shell"."""
    aux = {kid.lower for kid in sentence.kids(verb, "aux", "auxpass")}
    if "to" not in aux or "have" in aux:
        return False
    if verb.dep in ("acl", "advcl", "relcl"):
        return True
    above = sentence.head(verb)
    return verb.dep == "xcomp" and above.lemma.lower() not in DONE and above.lower != "had"


def _is_nobody(sentence: Sentence, token: Token) -> bool:
    """True for "nobody", "no soldier", "not a single soldier"."""
    words = [word.lower for word in sentence.subtree(token)][:3]
    if words[:2] == ["not", "one"] or words == ["not", "a", "single"]:
        return True
    return token.lower in ("nobody", "none", "neither") or any(
        kid.lower in ("no", "neither") for kid in sentence.kids(token, "det")
    )


def _above(sentence: Sentence, token: Token, below: Token, word: Token) -> SetAsideReason | None:
    """What a word above makes of an act (`token`), which is `below` it or stands under that."""
    lemma = word.lemma.lower()
    reason = "court" if lemma == "want" and word.tag == "VBN" else reasons_of("governors").get(lemma)
    if reason and _governs(sentence, below, word):
        return reason if not (reason == "denied" and below.lemma.lower() in SHARES) else None
    if word.pos not in ("VERB", "AUX") or not _is_telling_step(sentence, token, below):
        return None
    found = _of_verb(sentence, word)
    return None if found == "hypothetical" and _is_comment(sentence, below, word) else found


def _is_comment(sentence: Sentence, below: Token, word: Token) -> bool:
    """True for "the attack may be linked to a feud": the act was done, only what lies behind it is open."""
    if below.dep not in ("nsubj", "nsubjpass"):
        return False
    if word.lemma.lower() == "be":
        return any(kid.lemma.lower() in modality_words("comment_nouns") for kid in sentence.kids(word, "attr"))
    return word.lemma.lower() in modality_words("comments")


def _is_telling_step(sentence: Sentence, token: Token, below: Token) -> bool:
    """True where a verb's modality is also that of an act below: of its object, its complement, its subject.

    Not of an act inside these ("the names of those killed were not released"), nor of one told in a clause of the past
    ("days after two were shot, police had not said why").
    """
    if below.dep in ("dobj", "nsubj", "nsubjpass", "attr"):
        return below.index == token.index or below.lemma.lower() in modality_words("stand_ins")
    if below.dep == "advcl" and sentence.kids(below, "mark", "nsubj", "nsubjpass"):
        return not _is_past(sentence, below)
    return below.dep in ("xcomp", "oprd", "acl", "advcl")


def _is_past(sentence: Sentence, verb: Token) -> bool:
    """True for "were shot", "had fired", "fell"."""
    return any(t.tag == "VBD" for t in (verb, *sentence.kids(verb, "aux", "auxpass")))


def _governs(sentence: Sentence, below: Token, word: Token) -> bool:
    """True where an act is a governor's object, its complement, or follows its "of"; not past "dead in"."""
    if word.lemma.lower() == "aim" and below.dep == "nsubjpass":
        return False  # "the attack was aimed at the mill": it was done
    if below.dep == "prep":
        return below.lower in GOVERNING_PREPOSITIONS
    if word.lemma.lower() == "guard" and word.pos != "VERB" and below.dep != "prep":
        return False  # "guards resorted to shooting"
    if word.lemma.lower() == "call" and below.dep in ("dobj", "oprd") and sentence.kids(below, "poss", "det"):
        return False  # "called Saturday's attack a crime"
    if below.dep == "advcl" and (word.tag == "VBN" or (below.tag == "VBG" and word.pos == "VERB")):
        return False  # "set off a bomb, killing two": what came of it
    return below.dep in GOVERNED


def _carries(sentence: Sentence, below: Token) -> bool:
    """True where the climb goes on above a word: not past a clause of its own, nor past "after the attack"."""
    if below.dep in ("ccomp", "relcl", "parataxis", "advcl"):
        return False
    if below.dep == "prep" and below.lower not in GOVERNING_PREPOSITIONS and below.lower not in ("in", "by"):
        return False
    return not (below.dep == "conj" and below.pos == "VERB" and bool(sentence.kids(below, "nsubj", "nsubjpass")))
