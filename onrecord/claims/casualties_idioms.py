"""Idioms of harm: death tolls, injuries sustained, the way to the hospital, bombers who blow themselves up."""

from typing import Final

from onrecord.claims.casualties_phrases import Counted, Phrases
from onrecord.model.codes import TollStatus
from onrecord.model.reading import Sentence, Token

TOLL_WORDS: Final[dict[str, TollStatus]] = {
    "death": "killed",
    "dead": "killed",
    "killed": "killed",
    "deaths": "killed",
    "fatalities": "killed",
    "martyrs": "killed",
    "victims": "killed",
    "fatality": "killed",
    "injured": "injured",
    "wounded": "injured",
    "injuries": "injured",
    "injury": "injured",
    "casualty": "killed_or_injured",
    "casualties": "killed_or_injured",
    "missing": "missing",
    "hostages": "abducted",
    "displaced": "displaced",
}
TOLL_HEADS: Final = frozenset({"toll", "number", "tally", "count"})
TOLL_LINKS: Final = frozenset(
    {"to", "at", "of", "is", "was", "as", "reached", "hit", "passed", "exceeded", "topped", ":"}
)
TOLL_MOVES: Final = frozenset({"rise", "climb", "grow", "increase", "jump", "mount", "fall", "drop", "stand", "reach"})
TOLL_SET: Final = frozenset({"put", "place", "set", "raise", "lower", "correct", "revise", "bring", "take", "estimate"})
MAX_TOLL_GAP: Final = 14  # tokens from "toll" to its number
SUFFERED: Final = frozenset({"sustain", "suffer", "receive", "incur", "get", "have"})
WOUNDS: Final = frozenset({"injury", "wound", "burn", "laceration", "fracture", "concussion", "shrapnel", "bruise"})
TREATMENT: Final = frozenset({"attention", "treatment", "hospitalization", "hospitalisation", "surgery"})
NEEDED: Final = frozenset({"require", "receive", "need", "undergo", "seek"})
CARRIED: Final = frozenset(
    {"take", "rush", "transport", "airlift", "admit", "bring", "transfer", "carry", "fly", "hospitalize"}
)
HOLDING: Final = frozenset({"hold", "take", "keep"})
CAPTIVE: Final = frozenset({"hostage", "hostages", "captive"})
COMES: Final = frozenset({"go", "arrive", "come", "walk"})
SENDS: Final = frozenset({"send", "put", "land"})
HOSPITALS: Final = frozenset({"hospital", "hospitals", "clinic", "icu"})
REFLEXIVE: Final = frozenset({"himself", "herself", "themselves", "itself"})
EXPLOSIVES: Final = frozenset({"vest", "belt", "jacket"})


def toll_number(sentence: Sentence, token: Token, phrases: Phrases) -> tuple[TollStatus, Counted] | None:
    """ "the death toll rose to 14", "bringing the number of dead to 33": the status and the number."""
    status = _toll_status(sentence, token)
    if status is None:
        return None
    tokens = sentence.tokens
    start = _rises(sentence, token) or token.index
    gap = len(tokens) if _is_put(sentence, token) else MAX_TOLL_GAP
    for index in range(start + 1, min(start + gap, len(tokens) - 1)):
        follower = phrases.at.get(index + 1)
        if tokens[index].lower in TOLL_LINKS and follower is not None and follower.number[0].index == index + 1:
            return status, follower
        if tokens[index].text == ";":
            break
    return None


def _rises(sentence: Sentence, token: Token) -> int | None:
    """The verb of which a toll is the subject: "the toll of Friday's strike on a school in Ardel has risen to 14"."""
    verb = sentence.head(token)
    subject = token.dep in ("nsubj", "nsubjpass") and verb.index > token.index
    return verb.index if subject and verb.lemma.lower() in TOLL_MOVES else None


def _is_put(sentence: Sentence, token: Token) -> bool:
    """True where somebody sets a toll: "puts the number of dead in Thursday's strike on trucks near Ardel at six"."""
    return token.dep == "dobj" and sentence.head(token).lemma.lower() in TOLL_SET


def _toll_status(sentence: Sentence, token: Token) -> TollStatus | None:
    near = sentence.tokens[max(0, token.index - 2) : token.index]
    if token.lower == "toll":
        return next((TOLL_WORDS[t.lower] for t in near if t.lower in TOLL_WORDS), "killed")
    after = [t.lower for t in sentence.tokens[token.index + 1 : token.index + 5]]
    if after[:1] != ["of"]:
        return None
    return next((TOLL_WORDS[word] for word in after if word in TOLL_WORDS), None)


def suffers(sentence: Sentence, token: Token) -> Token | None:
    """The verb under which an injury befalls its subject: "two men sustained burns", "required treatment"."""
    verb = sentence.head(token)
    lemma = verb.lemma.lower()
    if token.dep not in ("dobj", "nsubjpass", "conj") or verb.pos != "VERB":
        return None
    if token.lemma.lower() in WOUNDS and lemma in SUFFERED:
        return verb
    return verb if token.lemma.lower() in TREATMENT and lemma in NEEDED and _medical(sentence, token) else None


def _medical(sentence: Sentence, token: Token) -> bool:
    return token.lower not in ("attention", "treatment") or any(
        k.lower in ("medical", "hospital") for k in sentence.kids(token)
    )


def to_hospital(sentence: Sentence, token: Token) -> bool:
    """ "were taken to hospital": people carried there were hurt."""
    if token.lemma.lower() not in CARRIED or not sentence.kids(token, "nsubjpass", "auxpass"):
        return False
    near = sentence.tokens[token.index + 1 : token.index + 8]
    return any(t.lower in HOSPITALS for t in near)


def is_taken_away(sentence: Sentence, token: Token) -> bool:
    """ "were held hostage", "was taken captive", "were forcibly taken": those people are abducted."""
    if token.lemma.lower() not in HOLDING or not sentence.kids(token, "nsubjpass", "auxpass"):
        return False
    near = {t.lower for t in sentence.tokens[token.index + 1 : token.index + 3]}
    return bool(near & CAPTIVE) or any(kid.lower == "forcibly" for kid in sentence.kids(token, "advmod"))


def sends_to_hospital(sentence: Sentence, token: Token) -> bool:
    """ "A shooting sent five people to the hospital": they were hurt, whoever or whatever did it."""
    if token.lemma.lower() not in SENDS or not sentence.kids(token, "dobj"):
        return False
    places = [
        noun
        for prep in sentence.kids(token, "prep", "dative")
        if prep.lower in ("to", "in")
        for noun in sentence.kids(prep, "pobj")
    ]
    return any(noun.lower in HOSPITALS for noun in places)


def reaches_hospital(sentence: Sentence, token: Token) -> bool:
    """ "A fourth victim arrived at a hospital on his own": a victim who comes to a hospital was hurt."""
    subjects = sentence.kids(token, "nsubj")
    if token.lemma.lower() not in COMES or not any(kid.lemma.lower() == "victim" for kid in subjects):
        return False
    near = sentence.tokens[token.index + 1 : token.index + 6]
    return any(t.lower in HOSPITALS for t in near)


def blows_itself_up(sentence: Sentence, token: Token) -> bool:
    """ "blew himself up", "detonated his vest": the attacker dies."""
    lemma = token.lemma.lower()
    objects = sentence.kids(token, "dobj")
    if lemma in ("blow", "explode", "detonate"):
        if any(kid.lower in REFLEXIVE for kid in objects):
            return True
        return lemma != "blow" and any(kid.lemma.lower() in EXPLOSIVES for kid in objects)
    return False
