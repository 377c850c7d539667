"""Reads files to the end and checks every record: answered or a failure with its reason, and every quote exact.

    python -m scripts.check_records FILE.jsonl...

Prints one line a file; exit code 1 where a document has no answer or a quote is not the slice of its text.
"""

import json
import sys
import time
from pathlib import Path

from onrecord.evaluate.quotes import wrong_quotes
from onrecord.export.contract import to_contract
from onrecord.ingest.document import Defaults
from onrecord.ingest.load import load
from onrecord.pipeline import Reader


def main(paths: list[str]) -> int:
    reader = Reader(full=True)
    return max([check(reader, Path(path)) for path in paths], default=0)


def check(reader: Reader, path: Path) -> int:
    wrong, answered, failed, start = 0, 0, 0, time.perf_counter()
    for record in reader.read_many(load([str(path)], Defaults())):
        answered += 1
        shape = to_contract(record, full=True)
        failed += bool(shape["failures"])
        json.dumps(shape, allow_nan=False)
        for line in wrong_quotes(shape, record.document.text):
            wrong += 1
            print(f"{path.name}: {record.document.id}: {line}")
    lines = sum(1 for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
    seconds = time.perf_counter() - start
    print(f"{path.name}: {answered} of {lines} answered, {failed} failures, {wrong} wrong quotes, {seconds:.0f} s")
    return int(wrong > 0 or answered != lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
