"""Causes: floods, crashes and fires that hurt people, where nobody fought."""

from typing import Final

from onrecord.model.codes import SetAsideReason
from onrecord.model.reading import Sentence, Token
from onrecord.read.events_modality_words import modality_words, reasons_of
from onrecord.read.events_telling import Telling

# Types whose words also tell what floods, fires and crashes do.
CAUSED: Final = frozenset(
    {
        *("evacuation_displacement", "looting_property_destruction", "protective_measure", "arrests"),
        "remote_explosive_landmine_ied",
    }
)


def by_cause(telling: Telling) -> SetAsideReason | None:
    """A flood or a crash that hurt people, where no act of arms is told beside it."""
    if telling.arms or telling.sides.acting or any(t.rank >= 2 and t.type not in CAUSED for t in telling.triggers):
        return None
    tokens = [telling.sentence.tokens[index] for index in telling.tokens]
    tokens = [t for t in tokens if not _is_murder_suicide(telling.sentence, t)]
    causes = reasons_of("causes")
    reason = next((causes[t.lemma.lower()] for t in tokens if _can_be_a_cause(t) and t.lemma.lower() in causes), None)
    if reason is None and any(_lands_hard(telling.sentence, token) for token in tokens):
        return "accident"
    return reason or ("accident" if any(_burns_by_itself(telling.sentence, token) for token in tokens) else None)


def _is_murder_suicide(sentence: Sentence, token: Token) -> bool:
    """True for "murder suicide", which is the word for killing others first."""
    before = {t.lower for t in sentence.tokens[max(0, token.index - 2) : token.index]}
    return token.lower in ("suicide", "suicides") and "murder" in before


def _can_be_a_cause(token: Token) -> bool:
    """No name, and no "stormed the hall"."""
    return token.pos != "PROPN" and not (
        token.pos == "VERB" and token.lemma.lower() in modality_words("deeds_as_verbs")
    )


def _lands_hard(sentence: Sentence, token: Token) -> bool:
    """True for "an emergency landing", "the crash landing"."""
    if token.lemma.lower() != "landing":
        return False
    return any(
        kid.lower in ("emergency", "crash", "forced") for kid in sentence.kids(token, "compound", "amod", "nmod")
    )


def _burns_by_itself(sentence: Sentence, token: Token) -> bool:
    """True for "killed in a fire", "a blaze": nobody is said to have set it."""
    if token.lemma.lower() not in ("fire", "blaze", "inferno") or token.pos != "NOUN":
        return False
    return token.lemma != "fire" or (token.dep == "pobj" and sentence.head(token).lower == "in")
