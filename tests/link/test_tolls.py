"""The arithmetic of tolls: what the figures of one report make together (docs/quantities.md)."""

from typing import Any

import pytest

from onrecord.claims.casualties import find_casualties
from onrecord.link.tolls import combine_tolls
from onrecord.model.claim import Claim, Voice
from onrecord.model.incident import Toll
from onrecord.model.values import Source
from tests.parsing import cases, reading_with_quantities


def tolls_of(text: str, voices: list[str | None]) -> tuple[Toll, ...]:
    return combine_tolls(claims_of(text, voices))


def claims_of(text: str, voices: list[str | None]) -> tuple[Claim, ...]:
    reading = reading_with_quantities(text)
    claims = []
    for number, casualty in enumerate(find_casualties(reading)):
        name = voices[casualty.sentence] if casualty.sentence < len(voices) else None
        claims.append(
            Claim(
                id=str(number),
                document_id="d",
                event_mention_id="e",
                slot=casualty.status,
                quote=casualty.quote,
                sentence=reading.sentences[casualty.sentence].span,
                voice=Voice(None, Source(name, "other"), None) if name else None,
                modality=casualty.modality,
                hedge=casualty.figure.quantity.hedge,
                value=casualty.figure,
                origin="casualties@1",
            )
        )
    return tuple(claims)


@pytest.mark.parametrize("row", cases("tolls"), ids=lambda row: row["text"])
def test_tolls(row: dict[str, Any]) -> None:
    tolls = tolls_of(row["text"], row.get("voices", []))
    assert [[t.status, t.group, t.low, t.best, t.high] for t in tolls] == row["want"]
    assert tolls[0].contested == row.get("contested", False)
    assert tolls[0].revised == row.get("revised")


@pytest.mark.parametrize("row", cases("tolls"), ids=lambda row: row["text"])
def test_each_toll_has_numbers_and_claims_and_each_status_a_roll_up(row: dict[str, Any]) -> None:
    tolls = tolls_of(row["text"], row.get("voices", []))
    assert all(t.claims and t.low is not None and t.high is not None for t in tolls)
    assert {t.status for t in tolls} == {t.status for t in tolls if t.group == "all"}


@pytest.mark.parametrize("row", cases("standings"), ids=lambda row: row["text"])
def test_standings(row: dict[str, Any]) -> None:
    claims = {claim.id: claim for claim in claims_of(row["text"], row.get("voices", []))}
    whole = combine_tolls(tuple(claims.values()))[0]
    told = [[claims[q.claim].quote.text_in(row["text"]), q.standing] for q in whole.figures]
    assert told == row["want"]
