"""Scopes that go on: "1,900 have been killed since October. The army says 212 of its soldiers have died"."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.claims.casualty import Casualty
from onrecord.model.reading import Reading


def with_carried_scopes(reading: Reading, casualties: Sequence[Casualty]) -> list[Casualty]:
    """The casualties in text order; what sums up right behind a war's toll, without a day, is of the war too."""
    found: list[Casualty] = []
    for casualty in casualties:
        before = [c for c in found if c.sentence == casualty.sentence - 1]
        if casualty.figure.scope == "incident" and _goes_on(reading, casualty, before):
            casualty = replace(casualty, figure=replace(casualty.figure, scope="cumulative"))
        found.append(casualty)
    return found


def _goes_on(reading: Reading, casualty: Casualty, before: Sequence[Casualty]) -> bool:
    sentence, last = reading.sentences[casualty.sentence], reading.sentences[max(0, casualty.sentence - 1)]
    if not before or any(c.figure.scope != "cumulative" for c in before) or last.paragraph != sentence.paragraph:
        return False
    anchor = sentence.tokens[casualty.anchor]
    sums_up = any(kid.lower in ("has", "have") for kid in sentence.kids(anchor, "aux"))
    return sums_up and not reading.mentions_in(sentence.span, "DATE")
