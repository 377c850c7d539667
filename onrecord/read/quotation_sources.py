"""Sources in the tree: the words that name who speaks, given the cue."""

from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token

SUBJECTS: Final = ("nsubj", "csubj")
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})
MAX_CLIMB: Final = 5  # clauses above a verb in which its subject may stand
EMPTY_SUBJECTS: Final = frozenset({"it", "there"})
EDGES: Final = frozenset(',;:.-–—“”"') | {"''", "``"}


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Who does what the verb says: its subject, its agent, or the subject that a verb above lends it."""
    current = verb
    for _ in range(MAX_CLIMB):
        own = _own_subject(sentence, current)
        if own is not None:
            return own
        if sentence.kids(current, "nsubjpass"):
            return agent_of(sentence, current) if current is verb else sentence.kids(current, "nsubjpass")[0]
        above = _lender(sentence, current)
        if above is None or above.index == current.index:
            return None
        if above.pos in ("NOUN", "PROPN", "PRON"):
            return above
        current = above
    return None


def _own_subject(sentence: Sentence, verb: Token) -> Token | None:
    subjects = sentence.kids(verb, *SUBJECTS)
    if not subjects:
        return None
    before = [s for s in subjects if s.index < verb.index]
    return before[-1] if before else subjects[0]


def agent_of(sentence: Sentence, verb: Token) -> Token | None:
    """The noun after "by" of a passive: "was reported by the army"."""
    for by in sentence.kids(verb, "agent", "prep"):
        if by.lower == "by":
            return next(iter(sentence.kids(by, "pobj")), None)
    return None


def _lender(sentence: Sentence, verb: Token) -> Token | None:
    """The verb or noun whose subject a verb without one takes: "went on to say", "a report saying"."""
    head = sentence.head(verb)
    if verb.dep == "advcl" and verb.tag == "VBG" and head.dep == "ccomp" and _after_comma(sentence, verb):
        return sentence.head(head)  # "X said that Y is real, noting that …": X notes
    if verb.dep in ("xcomp", "conj", "advcl", "acl", "relcl", "dep"):
        return head
    if verb.dep == "pcomp":
        return sentence.head(head)
    if verb.dep == "ccomp" and head.tag == "VBN" and not sentence.kids(head, "aux", "auxpass"):
        return head  # "officials deemed reliable say that …": the parser took the participle for the verb
    return None


def _after_comma(sentence: Sentence, verb: Token) -> bool:
    return verb.index > 0 and sentence.tokens[verb.index - 1].text == ","


def stranded_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The noun right before a verb that the parser hung on the words before: “Two died, the mayor, Ola B., said”."""
    if sentence.kids(verb, "nsubj", "nsubjpass") or not sentence.kids(verb, "ccomp", "nsubj"):
        return None
    last = verb.index - 1
    while last >= 0 and (sentence.tokens[last].text == "," or sentence.tokens[last].pos in ("ADV", "AUX")):
        last -= 1
    for token in sentence.tokens[: last + 1]:
        if token.dep in ("appos", "conj", "npadvmod", "compound") and token.pos in ("NOUN", "PROPN"):
            words = sentence.subtree(token)
            first = words[0].index
            if words[-1].index >= last and first > 0 and sentence.tokens[first - 1].text in (",", "”", '"'):
                return token
    return None


def inverted_subject(sentence: Sentence, verb: Token) -> Token | None:
    """A noun after the verb that the parser took for its object: “…”, said Governor X."""
    for kid in sentence.kids(verb, "dobj", "attr", "npadvmod", "appos", "dep", "oprd"):
        if kid.index > verb.index and kid.pos in ("PROPN", "NOUN", "PRON") and not _is_day(kid):
            return kid
    return None


def _is_day(token: Token) -> bool:
    return token.lower in DAYS


DAYS: Final = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("today", "yesterday", "week", "month", "year", "night", "morning", "afternoon", "evening"),
    }
)


def noun_span(sentence: Sentence, noun: Token, stop: Token | None = None) -> Span:
    """The words of a noun phrase: the whole subtree, cut before `stop` (the cue) and trimmed of punctuation."""
    words = sentence.subtree(noun)
    if stop is not None:
        words = [w for w in words if (w.index < stop.index) == (noun.index < stop.index)]
    words = _contiguous(words, noun)
    while words and words[-1].text in EDGES and words[-1] is not noun:
        words = words[:-1]
    while words and (words[0].text in EDGES or words[0].dep == "cc") and words[0] is not noun:
        words = words[1:]
    return sentence.covering(words or [noun])


def _contiguous(words: list[Token], noun: Token) -> list[Token]:
    """The run of neighboring words around the noun."""
    indices = {w.index: w for w in words}
    first = last = noun.index
    while first - 1 in indices:
        first -= 1
    while last + 1 in indices:
        last += 1
    return [indices[i] for i in range(first, last + 1) if i in indices]
