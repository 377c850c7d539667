"""The arithmetic of tolls: from the claims of one incident in one report to its tolls."""

from onrecord.model.claim import Claim
from onrecord.model.incident import Toll


def combine_tolls(claims: tuple[Claim, ...]) -> tuple[Toll, ...]:
    """The tolls of an incident from its toll claims (values are `TollFigure`s), the roll-up `all` first."""
    return ()
