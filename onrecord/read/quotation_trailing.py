"""The attribution at a sentence's end, by its words alone: "…, police officer A. Warsan said on Friday."

The parser often hangs the speaker on the words before ("in Ostby, Norland, police officer A. Warsan"), so that the
verb is left without a subject. The order of the words still tells: a comma, a noun phrase, a cue, and the end.
"""

from typing import Final

from onrecord.model.document import Span
from onrecord.model.reading import Sentence, Token
from onrecord.read.quotation_cues import verb_cue
from onrecord.read.quotation_drafts import Draft
from onrecord.read.quotation_scope import FINITE, trimmed

NAMING: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART"})
ENDS: Final = frozenset({"NOUN", "PROPN"})
LINKS: Final = frozenset({"of", "for"})  # inside a speaker: "the head of the region"
AFTER: Final = frozenset({"on", "in", "to", "at", "late", "early"})  # "on Friday", "in a statement", "to reporters"
MAX_WORDS: Final = 10  # of a speaker
MAX_AFTER: Final = 6  # words after the cue: when and where it was said


def trailing_attribution(sentence: Sentence, token: Token, text: str) -> Draft | None:
    """The attribution of a cue that ends its sentence and lost its subject in the tree; None where it is none."""
    cue = verb_cue(sentence, token)
    if cue is None or "c" not in cue.frame or not cue.reports or token.tag not in FINITE:
        return None
    if not _ends_sentence(sentence, token):
        return None
    last = _last_word(sentence, token)
    first = _first_word(sentence, last)
    if first is None or not _tells(sentence, first):
        return None
    words = sentence.tokens[first : last + 1]
    content = trimmed(sentence.span.start, words[0].span.start, text)
    source = Span(words[0].span.start, words[-1].span.end)
    return Draft(sentence.index, (content,), source, cue.span, True, "words") if content else None


def _ends_sentence(sentence: Sentence, cue: Token) -> bool:
    """True where after the cue stands nothing but when, where or to whom it was said."""
    rest = [word for word in sentence.tokens[cue.index + 1 :] if word.dep != "punct"]
    if len(rest) > MAX_AFTER or any(word.pos in ("VERB", "AUX") for word in rest):
        return False
    return not rest or rest[0].lower in AFTER


def _last_word(sentence: Sentence, cue: Token) -> int:
    """The last word of the speaker: right before the cue, or before the comma that closes a name set beside."""
    last = cue.index - 1
    while last >= 0 and (sentence.tokens[last].pos == "ADV" or sentence.tokens[last].text == ","):
        last -= 1
    return last


def _first_word(sentence: Sentence, last: int) -> int | None:
    """The first word of the speaker: a comma stands before it, and a second one before a name in apposition."""
    if last < 0 or sentence.tokens[last].pos not in ENDS:
        return None
    first = _run(sentence, last)
    if first is not None and sentence.tokens[last + 1].text == ",":
        return _run(sentence, first - 2)  # "the head of the region, Y. Derkach, said"
    return first


def _run(sentence: Sentence, last: int) -> int | None:
    """The beginning of a run of words that can name a speaker; None where no comma stands before it."""
    first = last + 1
    while first > 0 and last - first < MAX_WORDS and _names(sentence.tokens[first - 1]):
        first -= 1
    inside = 0 < first <= last
    return first if inside and sentence.tokens[first - 1].text == "," and sentence.tokens[first].pos != "ADP" else None


def _names(word: Token) -> bool:
    return (word.pos in NAMING and not word.tag.startswith("W")) or word.lower in LINKS


def _tells(sentence: Sentence, first: int) -> bool:
    """True where the words before the speaker are a clause of their own."""
    before = sentence.tokens[: first - 1]
    return any(word.tag in FINITE for word in before) and any(word.dep in ("nsubj", "nsubjpass") for word in before)
