"""Linking within one report: event mentions that tell one happening become one incident."""

from onrecord.model.claim import Claim
from onrecord.model.incident import Incident
from onrecord.model.reading import Reading


def link_report(reading: Reading, claims: tuple[Claim, ...]) -> tuple[Incident, ...]:
    """The incidents of one report, the most prominent first."""
    return ()
