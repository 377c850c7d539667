"""What changed on the record between two days: new incidents, tolls risen, fallen and taken back, merged and split."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, get_args

from onrecord.ledger.asking import open_view
from onrecord.ledger.incidents import BY_RULE
from onrecord.model.ledger import Clocks
from onrecord.model.linking import Rule
from onrecord.store import derived

Change = Literal["new", "gone", "merged", "split", "risen", "fallen", "retracted", "stated"]
ORDER: Final[tuple[Change, ...]] = get_args(Change)


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of one incident; `before` and `after` are figures (low, best, high) or ids of incidents."""

    change: Change
    incident: str
    summary: str
    status: str | None = None
    before: tuple[Any, ...] = ()
    after: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """The incidents of one moment: what is printed of each, and the accounts that it has."""

    bodies: dict[str, dict[str, Any]]
    accounts: dict[str, frozenset[str]]


def diff(path: Path, first: Clocks, last: Clocks, rule: Rule) -> list[Difference]:
    """The changes from one moment to another, incident by incident."""
    before, after = state_at(path, first), state_at(path, last)
    found: list[Difference] = []
    home = {account: incident for incident, accounts in after.accounts.items() for account in accounts}
    came_from: dict[str, set[str]] = defaultdict(set)
    for incident, accounts in before.accounts.items():
        went_to = sorted({home[account] for account in accounts if account in home})
        for one in went_to:
            came_from[one].add(incident)
        found += _left(before, after, incident, went_to)
    for incident in after.accounts:
        found += _arrived(before, after, incident, sorted(came_from[incident]), rule)
    return sorted(found, key=lambda d: (ORDER.index(d.change), d.incident, d.status or ""))


def state_at(path: Path, clocks: Clocks) -> State:
    """The incidents as of a moment."""
    with open_view(path, clocks) as view:
        bodies = {name: json.loads(body) for name, body in derived.find_incidents(view.target, derived.Wanted())}
        accounts = {name: frozenset(derived.accounts_in(view.target, name)) for name in bodies}
    return State(bodies, accounts)


def _left(before: State, after: State, incident: str, went_to: list[str]) -> list[Difference]:
    """What became of an incident that was there before."""
    if not went_to:
        return [Difference("gone", incident, _summary(before, incident), before=(incident,))]
    if len(went_to) > 1:
        return [Difference("split", went_to[0], _summary(after, went_to[0]), None, (incident,), tuple(went_to))]
    return []


def _arrived(before: State, after: State, incident: str, came_from: list[str], rule: Rule) -> list[Difference]:
    """How an incident that is there now differs from what it was."""
    summary = _summary(after, incident)
    if not came_from:
        return [Difference("new", incident, summary, after=(incident,))]
    found: list[Difference] = []
    if len(came_from) > 1:
        found.append(Difference("merged", incident, summary, None, tuple(came_from), (incident,)))
    was = _tolls(before.bodies[max(came_from, key=lambda one: (len(before.accounts[one]), one))], rule)
    has = _tolls(after.bodies[incident], rule)
    for status in sorted({*was, *has}):
        change = _change(was.get(status), has.get(status))
        if change:
            figures = was.get(status, ()), has.get(status, ())
            found.append(Difference(change, incident, summary, status, *figures))
    return found


def _change(was: tuple[Any, ...] | None, has: tuple[Any, ...] | None) -> Change | None:
    """The kind of change of one toll."""
    if was == has:
        return None
    if was is None or has is None:
        return "stated" if was is None else "retracted"
    old, new = _number(was), _number(has)
    return "risen" if new > old else "fallen"


def _number(toll: tuple[Any, ...]) -> tuple[int, int]:
    """What tells whether a toll has risen: the best figure, then the high end."""
    low, best, high = (-1 if end is None else end for end in toll)
    return (best if best >= 0 else low), high


def _tolls(body: dict[str, Any], rule: Rule) -> dict[str, tuple[Any, ...]]:
    rows = (toll for toll in body[BY_RULE][rule] if toll["group"] == "all")
    return {toll["status"]: (toll["low"], toll["best"], toll["high"]) for toll in rows}


def _summary(state: State, incident: str) -> str:
    return str(state.bodies[incident]["summary"])
