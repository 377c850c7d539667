"""Ages: acts that lie long before the report that tells of them, or are only what its news is measured by."""

from datetime import date, timedelta
from typing import Final

from onrecord.model.codes import SetAsideReason
from onrecord.model.reading import Sentence, Token
from onrecord.model.values import Interval
from onrecord.read.events_telling import Telling

MAX_AGE: Final = timedelta(days=5 * 365)  # an act dated earlier than this before the report is history in it
FAR: Final = 99  # steps in the tree: no such date
MEASURED: Final = 12  # words between "the deadliest" and its "since"
OLD_WAYS: Final = frozenset({"since", "from", "until", "till", "than", "born", "founded", "built", "established"})


def by_age(telling: Telling, published: date | None) -> SetAsideReason | None:
    """Historical where the nearest date lies long before the report, or "ten years after", "the worst since"."""
    old, recent = FAR, FAR
    for mention in telling.mentions:
        token = telling.sentence.at(mention.span)
        if published is None or not isinstance(mention.value, Interval) or token is None:
            continue
        latest = mention.value.latest
        if latest and not _is_of_a_life(telling, token):
            steps = _steps_to(telling, token)
            is_old = latest < published - MAX_AGE
            old, recent = (min(old, steps), recent) if is_old else (old, min(recent, steps))
    if old < FAR and old <= recent:
        return "historical"
    is_past = any(_is_years_after(telling.sentence, i) for i in telling.acts) or _is_compared(telling)
    return "historical" if is_past else None


def _steps_to(telling: Telling, token: Token) -> int:
    """How many steps up the tree an act stands above a date; many where none does."""
    steps = (n for n, word in enumerate(telling.sentence.ancestors(token)) if word.index in telling.acts)
    return next(steps, FAR - 1)


def _is_of_a_life(telling: Telling, token: Token) -> bool:
    """True for "since 2014" and for a year of birth or founding: they date no act; "since the 2014 raid" does."""
    head = telling.sentence.head(token)
    above = (head,) if head.index in telling.acts else (head, telling.sentence.head(head))
    return any(word.lower in OLD_WAYS for word in above)


def _is_compared(telling: Telling) -> bool:
    """True for what is only a measure of the news: "the deadliest attack since a bombing that killed 40"."""
    sentence = telling.sentence
    trigger = sentence.tokens[telling.best.head]
    for word in (trigger, *sentence.ancestors(trigger)):
        since = [word] if word.lower == "since" else sentence.kids(word, "mark", "prep") if word.dep == "advcl" else []
        if any(mark.lower == "since" and _is_superlative_before(sentence, mark) for mark in since):
            return True
    return False


def _is_superlative_before(sentence: Sentence, since: Token) -> bool:
    """True where "deadliest", "worst" or "first" stands before a "since", near enough to be what it measures."""
    before = sentence.tokens[max(0, since.index - MEASURED) : since.index]
    return any(token.tag in ("JJS", "RBS") or token.lower == "first" for token in before)


def _is_years_after(sentence: Sentence, index: int) -> bool:
    """True for "ten years after the massacre"."""
    head = sentence.head(sentence.tokens[index])
    if head.lower not in ("after", "since"):
        return False
    return any(word.lemma in ("year", "decade") for word in (sentence.head(head), *sentence.kids(head)))
