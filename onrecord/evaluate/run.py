"""The evaluation: reads the gold's reports and compares."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from onrecord.errors import UsageError
from onrecord.evaluate.gold import GoldReport, read_gold
from onrecord.evaluate.score import Tally
from onrecord.evaluate.slots import KINDS
from onrecord.export.contract import to_contract
from onrecord.pipeline import Reader

ALL: Final = "all"


def evaluate(path: Path, kind: str = ALL) -> Tally:
    """The tally of a gold file; `kind` is one of `KINDS`, or "all"."""
    if kind not in (ALL, *KINDS):
        raise UsageError(f"There is no kind {kind!r}; the kinds are {', '.join((ALL, *KINDS))}.")
    return evaluate_reports(read_gold(path), kind)


def evaluate_reports(reports: Iterable[GoldReport], kind: str = ALL) -> Tally:
    """The tally of reports, read by a reader of the default settings."""
    reports, tally = list(reports), Tally()
    records = Reader(full=True).read_many(report.document for report in reports)
    for report, record in zip(reports, records, strict=True):
        shape = to_contract(record, full=True)
        for name, see in KINDS.items():
            if kind in (ALL, name):
                see(tally, report, shape)
    return tally
