"""Binding: which toll, place, day, actor and weapon belong to which event mention, by clause and neighborhood."""

from onrecord.claims.casualties import Casualty
from onrecord.model.claim import Claim
from onrecord.model.reading import Reading


def bind_claims(reading: Reading, casualties: tuple[Casualty, ...]) -> tuple[Claim, ...]:
    """The claims of a reading, each bound to its event mention, in text order."""
    return ()
