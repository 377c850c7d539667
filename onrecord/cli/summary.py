"""What a run says at its end, on standard error: what was assumed, what failed, and at which stage."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.model.document import Failure
from onrecord.model.incident import Record

MAX_SHOWN: Final = 20  # failures and notes told one by one; all of them are in the output
READ_ANYWAY: Final = frozenset({"date"})  # the text was read: what failed is told, and the run did not


class Summary:
    """Counts records as they pass by."""

    def __init__(self) -> None:
        self.documents = 0
        self.failed = 0
        self.stages: Counter[str] = Counter()
        self._lines: list[str] = []

    def count(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, counted."""
        for record in records:
            self.documents += 1
            self.failed += any(failure.stage not in READ_ANYWAY for failure in record.failures)
            for failure in record.failures:
                self._see(failure)
            self._lines += [f"note: {record.document.id}: {note}" for note in record.document.notes if self._has_room]
            yield record

    @property
    def _has_room(self) -> bool:
        return len(self._lines) < MAX_SHOWN

    def _see(self, failure: Failure) -> None:
        self.stages[failure.stage] += 1
        if self._has_room:
            missed = "not understood" if failure.stage in READ_ANYWAY else "not read"
            self._lines.append(f"{missed}: {failure.origin}: {failure.reason}")

    def report(self) -> None:
        """Writes the summary to standard error, where there is something to say."""
        for line in self._lines:
            _say(line)
        if self.stages:
            stages = ", ".join(f"{stage} {count}" for stage, count in sorted(self.stages.items()))
            _say(f"{self.failed} of {self.documents} documents could not be read; failures by stage: {stages}.")


def _say(line: str) -> None:
    print(line.encode("utf-8", "backslashreplace").decode(), file=sys.stderr)
