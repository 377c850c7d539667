"""The pairs of reports that linking compares on the gold of incidents: what the weights are fitted on.

    python -m eval.link_pairs       reads the gold with the real reader and writes eval/gold/incidents/pairs.jsonl

The file is kept, so that the fit is a function of a file: a change of the reader changes no weight until it is read
anew.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from eval.incidents import FOLDER, read_gold
from onrecord.ingest.document import Defaults
from onrecord.ingest.load import load
from onrecord.link.accounts import make_accounts
from onrecord.link.blocking import asks_for, held_under
from onrecord.link.compare import compare
from onrecord.model.linking import Account
from onrecord.pipeline import Reader

PAIRS: Final = FOLDER / "pairs.jsonl"
DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports that tell one happening or two, and what was compared: (name, value) each."""

    half: str
    group: str
    documents: tuple[str, str]
    same: bool
    background: bool  # both tell no incident of their own
    values: tuple[tuple[str, float], ...]


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """The pairs as they are kept."""
    return [_pair(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def write_pairs(pairs: list[Pair], path: Path = PAIRS) -> None:
    """Write the pairs, one a line."""
    lines = [json.dumps(_row(pair), ensure_ascii=False, separators=(",", ":")) + "\n" for pair in pairs]
    path.write_text("".join(lines), encoding="utf-8")


def make_pairs() -> list[Pair]:
    """The pairs of leading accounts that share a key of blocking, or stand in one group of look-alikes."""
    home = {document: want for want in read_gold() for document in want["documents"]}
    leading = sorted(_leading(), key=lambda account: account.document_id)
    return [
        made
        for left, right in combinations(leading, 2)
        if (made := _compared(left, right, home[left.document_id], home[right.document_id]))
    ]


def _leading() -> Iterator[Account]:
    documents = load([str(FOLDER / "reports.jsonl")], Defaults())
    for record in Reader().read_many(documents):
        yield from (account for account in make_accounts(record) if account.rank == 0)


def _compared(left: Account, right: Account, one: dict[str, Any], other: dict[str, Any]) -> Pair | None:
    """The pair where linking could come to compare it; pairs over the two halves belong to neither and are left out."""
    alike = (one["half"], one["group"]) == (other["half"], other["group"])
    if not alike and (one["half"] != other["half"] or not asks_for(left) & held_under(right)):
        return None
    group = one["group"] if alike else f"{one['group']} and {other['group']}"
    values = tuple((found.name, round(found.value, DIGITS)) for found in compare(left, right))
    documents = left.document_id, right.document_id
    return Pair(one["half"], group, documents, one is other, left.background and right.background, values)


def _row(pair: Pair) -> list[Any]:
    return [pair.half, pair.group, *pair.documents, int(pair.same), int(pair.background), dict(pair.values)]


def _pair(row: list[Any]) -> Pair:
    half, group, left, right, same, background, values = row
    return Pair(half, group, (left, right), bool(same), bool(background), tuple(values.items()))


if __name__ == "__main__":
    write_pairs(make_pairs())
