"""Statements: words, not acts."""

from onrecord.model.claim import Claim, Statement
from onrecord.model.reading import Reading


def find_statements(reading: Reading) -> tuple[tuple[Statement, ...], tuple[Claim, ...]]:
    """The statements of a reading and the claims that they rest on, in text order."""
    return (), ()
