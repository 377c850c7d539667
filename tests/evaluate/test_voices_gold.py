"""Our own gold of voices: for each toll claim who says it, or that nobody does. The floors only rise."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.claims.sources import voice_of
from onrecord.model.claim import Voice
from onrecord.model.document import Span
from onrecord.model.names import folded
from tests.parsing import full_reading

GOLD = Path(__file__).parents[2] / "eval" / "gold" / "voices.jsonl"
MIN_CLAIMS = 200
MIN_RIGHT = {"source": 0.97, "own voice": 0.97, "role": 0.97, "party": 0.97, "channel": 0.97, "relay": 0.97}


def name(source: str | None) -> str | None:
    return " ".join(folded(source).removeprefix("the ").split()) if source else None


def answers(row: dict[str, Any], voice: Voice | None) -> dict[str, bool]:
    """What is asked of one claim, and whether the answer is right."""
    if row["source"] is None:
        return {"own voice": voice is None}
    if voice is None or name(voice.source.name) != name(row["source"]):
        return {"source": False}
    told = {"role": voice.source.role, "party": voice.source.party, "channel": voice.channel}
    found = {"source": True} | {key: told[key] == row[key] for key in told if key in row}
    return found | ({"relay": row["relay"] in voice.chain} if "relay" in row else {})


@pytest.mark.slow
def test_voices_gold() -> None:
    right: dict[str, list[bool]] = {}
    claims = 0
    for row in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        reading = full_reading(row["text"])
        for claim in row["claims"]:
            claims += 1
            assert row["text"][claim["start"] : claim["end"]] == claim["quote"]
            for key, ok in answers(claim, voice_of(Span(claim["start"], claim["end"]), reading)).items():
                right.setdefault(key, []).append(ok)
    shares = {key: sum(oks) / len(oks) for key, oks in right.items()}
    assert claims >= MIN_CLAIMS
    assert {key: share for key, share in shares.items() if share < MIN_RIGHT[key]} == {}, shares
