"""The mood of a harm word: asserted, or hypothetical, future, threatened, negated, denied, from its clause."""

from typing import Final

from onrecord.claims.casualties_unhurt import is_sought
from onrecord.claims.casualties_words import harm_list
from onrecord.model.codes import Modality, SetAsideReason
from onrecord.model.reading import Sentence, Token
from onrecord.model.tense import goes_on_everywhere

Mood = tuple[Modality, SetAsideReason | None]
ASSERTED: Final[Mood] = ("asserted", None)
HYPOTHETICAL: Final[Mood] = ("hypothetical", "hypothetical")
FUTURE: Final[Mood] = ("future", "future")
THREAT: Final[Mood] = ("future", "threat")
NEGATED: Final[Mood] = ("negated", "negated")
DENIED: Final[Mood] = ("denied", "denied")
ANSWERED: Final[Mood] = ("historical", "historical")
GENERAL: Final[Mood] = ("asserted", "general")
ACCIDENT: Final[Mood] = ("asserted", "accident")
MODALS: Final[dict[str, Mood]] = {
    "would": HYPOTHETICAL,
    "could": HYPOTHETICAL,
    "can": HYPOTHETICAL,
    "might": HYPOTHETICAL,
    "may": HYPOTHETICAL,
    "should": HYPOTHETICAL,
    "must": HYPOTHETICAL,
    "will": FUTURE,
    "shall": FUTURE,
    "'ll": FUTURE,
}
CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest", "in case"})
GOVERNORS: Final[dict[str, Mood]] = {
    "threaten": THREAT,
    "vow": THREAT,
    "warn": THREAT,
    "plan": FUTURE,
    "plot": FUTURE,
    "intend": FUTURE,
    "want": FUTURE,
    "aim": FUTURE,
    "seek": FUTURE,
    "hope": FUTURE,
    "try": NEGATED,
    "attempt": NEGATED,
    "fail": NEGATED,
    "prevent": NEGATED,
    "avoid": NEGATED,
    "refuse": NEGATED,
    "escape": NEGATED,
    "miss": NEGATED,
    "dodge": NEGATED,
    "evade": NEGATED,
    "urge": HYPOTHETICAL,
    "order": HYPOTHETICAL,
    "call": HYPOTHETICAL,
    "ask": HYPOTHETICAL,
    "risk": HYPOTHETICAL,
    "fear": HYPOTHETICAL,
    "deny": DENIED,
}
NOUN_GOVERNORS: Final[dict[str, Mood]] = {
    "attempt": NEGATED,
    "failure": NEGATED,
    "bid": NEGATED,
    "effort": NEGATED,
    "plot": FUTURE,
    "plan": FUTURE,
    "threat": THREAT,
    "intention": FUTURE,
    "order": HYPOTHETICAL,
    "call": HYPOTHETICAL,
    "fear": HYPOTHETICAL,
    "risk": HYPOTHETICAL,
}
ESCAPES: Final = frozenset({"miss", "dodge", "evade", "escape", "avoid"})
OF_ANY_FORM: Final = frozenset(
    {"deny", "prevent", "avoid", "fear", "risk", "aim", "miss", "dodge", "evade", "escape"}
)  # "denied killing", "prevented deaths"
DONE_WORDS: Final = (  # verbs under which an infinitive tells what happened
    "force prompt cause lead drive push compel make manage begin start continue proceed appear seem happen come report "
    "say believe know think allege presume confirm rumor suppose claim help use serve send see oblige leave"
)
DONE: Final = frozenset(DONE_WORDS.split())
RANKED: Final = frozenset({"first", "second", "third", "fourth", "latest", "last", "only", "another", "next"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
CLAUSES: Final = frozenset({"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "prep", "conj", "advcl"})
MAX_CLIMB: Final = 4  # clauses above a harm word that are looked at


def mood_of(sentence: Sentence, anchor: Token) -> Mood:
    """How a harm word is told: "was not killed" is negated, "threatened to kill" a threat."""
    verb = anchor if anchor.pos in ("VERB", "AUX") else sentence.head(anchor)
    own = _own_mood(sentence, verb)
    if own != ASSERTED:
        return own
    if is_sought(sentence, anchor):
        return FUTURE
    if goes_on_everywhere(sentence, verb):
        return GENERAL
    if _is_answered(sentence, anchor):
        return ANSWERED
    if _is_older(sentence, anchor):
        return ANSWERED
    if _is_road_accident(sentence, anchor):
        return ACCIDENT
    governed = _governed(sentence, anchor)
    if governed != ASSERTED:
        return governed
    return HYPOTHETICAL if _is_bare_infinitive(sentence, anchor) else ASSERTED


def _own_mood(sentence: Sentence, verb: Token) -> Mood:
    """The mood of the verb's own clause: its negation, its modal, its "if"."""
    if verb.pos not in ("VERB", "AUX"):
        return ASSERTED
    kids = sentence.kids(verb)
    if any(kid.dep in ("nsubj", "nsubjpass") and _is_not_one(sentence, kid) for kid in kids):
        return NEGATED
    perfect = any(kid.lower == "have" and kid.dep == "aux" for kid in kids)
    for kid in kids:
        if kid.dep == "neg" and verb.lemma.lower() != "survive":  # who did not survive, died
            return NEGATED
        if kid.dep == "mark" and kid.lower in CONDITIONS:
            return HYPOTHETICAL
        if kid.dep == "aux" and kid.lower in MODALS and not (perfect and kid.lower in ("will", "must")):
            return MODALS[kid.lower]
    if verb.dep == "conj" and not sentence.kids(verb, "nsubj", "nsubjpass"):
        return _own_mood(sentence, sentence.head(verb)) if sentence.head(verb).pos == "VERB" else ASSERTED
    return ASSERTED


def _is_not_one(sentence: Sentence, noun: Token) -> bool:
    """ "Not a single person was killed", "not one of them"."""
    words = [word.lower for word in sentence.subtree(noun)][:3]
    return words[:2] == ["not", "one"] or words == ["not", "a", "single"]


def _is_infinitive(sentence: Sentence, anchor: Token) -> bool:
    """ "to kill", "to be killed"; "to have killed" tells of something done."""
    aux = {kid.lower for kid in sentence.kids(anchor, "aux", "auxpass")}
    return "to" in aux and not aux & {"have", "having"}


def _is_bare_infinitive(sentence: Sentence, anchor: Token) -> bool:
    """True where an infinitive tells a purpose, not a deed: "went out to kill", but not "managed to kill"."""
    if not _is_infinitive(sentence, anchor):
        return False
    above = sentence.head(anchor)
    left = {token.lower for token in sentence.tokens[max(0, anchor.index - 6) : anchor.index]}
    done = above.lemma.lower() in DONE or above.lower == "had"  # "had to be taken to hospital"
    return not done and not left & RANKED


def _is_answered(sentence: Sentence, anchor: Token) -> bool:
    """True for "in retaliation for the killing of five", "in protest of": an earlier deed, which this one answers."""
    verb = sentence.head(anchor) if anchor.dep == "conj" else anchor
    if verb.dep == "relcl" or (anchor.pos == "VERB" and sentence.kids(anchor, "prep", "agent")):
        return False  # "in response to an attack that killed two": told with an act of its own
    for word in sentence.ancestors(anchor):
        if word.lemma.lower() in harm_list("answers"):
            return word.lower == "avenge" or sentence.head(word).lower in ("in", "as")
    return False


def _is_older(sentence: Sentence, anchor: Token) -> bool:
    """ "The raid came weeks after six herders were shot dead": the dead of an act before it."""
    verb = sentence.head(anchor) if anchor.dep == "conj" else anchor
    after = next((kid for kid in sentence.kids(verb, "mark") if kid.lower == "after"), None)
    above = sentence.head(verb)
    times = [*sentence.kids(verb, "npadvmod"), *sentence.kids(above, "npadvmod")]
    apart = after is not None and any(time.index == after.index - 1 for time in times)
    return apart and above.lemma.lower() in harm_list("followers")


def _is_road_accident(sentence: Sentence, anchor: Token) -> bool:
    """True for "their van had hit and killed a cyclist": nobody meant it."""
    verbs = [anchor, *(word for word in (sentence.head(anchor),) if anchor.dep == "conj")]
    drivers = {kid.lemma.lower() for verb in verbs for kid in sentence.kids(verb, "nsubj")}
    hits = any(verb.lemma.lower() in harm_list("road_hits") for verb in verbs)
    return hits and not drivers.isdisjoint(harm_list("road_vehicles"))


def _governed(sentence: Sentence, anchor: Token) -> Mood:
    """The mood that a verb above lends: "planned to kill", "denied killing"."""
    token, climbed = anchor, 0
    infinitive = _is_infinitive(sentence, anchor)
    while token.head != token.index and token.dep in CLAUSES and climbed < MAX_CLIMB:
        above = sentence.head(token)
        lemma = above.lemma.lower()
        if lemma in ("confirm", "verify") and sentence.kids(above, "neg"):
            return HYPOTHETICAL
        if lemma in GOVERNORS and (infinitive or (lemma in OF_ANY_FORM and not _is_beside(token, above))):
            return GOVERNORS[lemma]
        if infinitive and (mood := _governing_noun(sentence, above)):
            return mood
        if (
            token.dep == "xcomp"
            and above.pos == "VERB"
            and (own := _own_mood(sentence, above)) in (HYPOTHETICAL, FUTURE)
        ):
            return own
        token, climbed = above, climbed + 1
    return ASSERTED


def _is_beside(token: Token, governor: Token) -> bool:
    """ "The rocket missed the depot, wounding two", "missed the depot and hit a barn": what a verb does not govern."""
    if token.dep == "ccomp" and (governor.lemma.lower() in ESCAPES or token.index < governor.index):
        return True  # "eleven were abducted; three escaped", "it said it had killed ten; they denied this"
    return token.dep == "advcl" or (token.dep == "conj" and token.tag in FINITE)


def _governing_noun(sentence: Sentence, above: Token) -> Mood | None:
    """ "an attempt to kill", "an attempt was made to kill", "plans to abduct"."""
    nouns = [above, *sentence.kids(above, "nsubj", "nsubjpass", "dobj")]
    return next((NOUN_GOVERNORS[n.lemma.lower()] for n in nouns if n.lemma.lower() in NOUN_GOVERNORS), None)
