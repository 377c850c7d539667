"""Totals: tolls of a war or a period, and what is set aside."""

from onrecord.claims.casualties import Casualty
from onrecord.model.claim import Claim
from onrecord.model.incident import Total
from onrecord.model.reading import Reading


def find_totals(reading: Reading, casualties: tuple[Casualty, ...]) -> tuple[tuple[Total, ...], tuple[Claim, ...]]:
    """The totals of a reading and the claims that they rest on."""
    return (), ()
