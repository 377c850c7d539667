"""Listed acts: "the attack on 3 May and the strikes on 5 May" in one clause are two tellings, each with its day."""

from collections.abc import Iterable

from onrecord.model.reading import Mention, MentionLabel, Sentence, Token
from onrecord.read.events_triggers import Trigger


def listed_acts(
    sentence: Sentence, triggers: Iterable[Trigger], tops: tuple[int, ...], mentions: tuple[Mention, ...]
) -> frozenset[int]:
    """The heads of acts named by nouns that bring a day or a place of their own, after another that does so too.

    "clashes in Arlen and a bombing in Brack": the bombing; "killed in clashes in Arlen": none.
    """
    nouns = [t for t in triggers if not t.harm and sentence.tokens[t.head].pos in ("NOUN", "PROPN")]
    apart: set[int] = set()
    for label in ("DATE", "PLACE"):
        seen: dict[int, set[object]] = {}
        for trigger in nouns:
            values = _own_values(sentence, trigger, nouns, mentions, label)
            before = seen.setdefault(tops[trigger.head], set())
            if values and before and not values & before:
                apart.add(trigger.head)
            before |= values
    return frozenset(apart)


def _own_values(
    sentence: Sentence, trigger: Trigger, nouns: list[Trigger], mentions: tuple[Mention, ...], label: MentionLabel
) -> set[object]:
    """The days or places in the words right behind the act's noun: "the strike on the night of 3 May"."""
    run = _run_behind(sentence, trigger, {noun.head for noun in nouns})
    if not run:
        return set()
    span = sentence.covering(run)
    return {m.value for m in mentions if m.label == label and m.value is not None and span.covers(m.span)}


def _run_behind(sentence: Sentence, trigger: Trigger, heads: set[int]) -> list[Token]:
    """The tokens behind a noun up to a comma, a verb, a conjunction or the next act.

    By order, not by tree: where a phrase with "on" or "in" hangs is what the parser most often gets wrong.
    """
    run: list[Token] = []
    for token in sentence.tokens[trigger.last + 1 :]:
        if token.index in heads or token.pos in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"):
            break
        run.append(token)
    return run
