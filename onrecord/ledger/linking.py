"""Linking the ledger: what has been read becomes accounts, edges, and incidents; only what is touched is made anew.

What comes out is a function of the documents and judgments within the clocks, whatever order they came in:
edges depend on their two accounts and on whether a name they share is rare, and clusters on their component.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from onrecord.ledger.incidents import incident_row
from onrecord.link.accounts import make_accounts
from onrecord.link.across import LINKING, Asked, components, judge_pairs, link_component
from onrecord.link.anchors import find_claim, find_incident
from onrecord.link.blocking import FULL_AT, asks_for, held_under, is_capped
from onrecord.link.cluster import Pair, pair
from onrecord.link.correct import INCIDENT, correct
from onrecord.link.gather import gather
from onrecord.link.judge import judge
from onrecord.model.ids import make_id
from onrecord.model.incident import Record
from onrecord.model.ledger import Anchor, Clocks, Correction, Held, Judgment
from onrecord.model.linking import Account, Edge, LinkedIncident, Member
from onrecord.registry import lexicon_text
from onrecord.store import derived
from onrecord.store.connect import derived_sql, transaction
from onrecord.store.until import Cut, copy_until, overlay
from onrecord.store.view import corrections, held_document, judgments, last_reread, read_anew, reread_since

BATCH: Final = 200  # readings, or components, of one transaction
MAX_HELD: Final = 5_000  # accounts held in memory
ALL: Final = 1_000_000  # holders of a key that has no cap

T = TypeVar("T")


def rules_version() -> str:
    """What the derived tables were made by: the version of the code, the weights and words it goes by, the tables."""
    files = ("link_weights.yml", "common_names.yml", "scene_common.yml", "hours.yml")
    return f"{LINKING}-{make_id(derived_sql(), *(lexicon_text(name) for name in files))}"


class Linker:
    """Links what a ledger holds within the clocks into the derived tables of `target`.

    `target` is the ledger's own connection for the present, and one in memory for another day.
    """

    def __init__(self, source: sqlite3.Connection, target: sqlite3.Connection, clocks: Clocks | None = None) -> None:
        self.source = source
        self.target = target
        self.clocks = clocks or Clocks()
        self._accounts: dict[str, Account] = {}
        self._held: dict[str, Held] = {}
        self._corrections = _by_document(corrections(source, self.clocks))

    def link(self) -> None:
        """Link all that is new; stopped at any instant, the next call goes on where this one was."""
        newest = derived.newest_link(self.source)
        derived.prepare(self.target, rules_version())
        since = int(derived.get_state(self.target, "reading") or 0)
        if since and reread_since(self.source, since):
            derived.reset(self.target, rules_version())
            since = 0
        for batch in _batches(read_anew(self.source, since), BATCH):
            with transaction(self.target):
                for seq, document_id in batch:
                    self._enter(document_id)
                    derived.set_state(self.target, "reading", seq)
        asked = self.asked()
        with transaction(self.target):
            self._mark_decided()
        self._make_incidents(asked)
        with transaction(self.target):
            derived.set_state(self.target, "reread", last_reread(self.source))
            derived.set_state(self.target, "chain", newest)

    def link_until(self, path: Path) -> None:
        """Cut the present of the ledger at a path back to the clocks.

        What comes out is what `link` gives for the same clocks; it only takes less time. Where a document that was
        held by then has been read anew since, all is linked from the claims, which takes long.
        """
        known_by = self.clocks.known_by
        if known_by is not None and (derived.get_state(self.source, "reread") or "") > known_by:
            self.link()
            return
        copy_until(path, self.target, Cut(self.clocks, self._decided_on_later(), FULL_AT))
        self._make_incidents(self.asked())
        overlay(path, self.target)

    def _decided_on_later(self) -> tuple[str, ...]:
        """The documents that people judged or corrected after the clocks."""
        then, now = (_decided_on(self.source, clocks) for clocks in (self.clocks, Clocks()))
        later = [anchor for decision, anchors in now.items() if decision not in then for anchor in anchors]
        return tuple(sorted({anchor.document_id for anchor in later}))

    def asked(self) -> Asked:
        """People's judgments as pairs of accounts; the latest of a pair stands."""
        said: dict[Pair, str] = {}
        for judgment in judgments(self.source, self.clocks):
            both = self.account_of(judgment.left), self.account_of(judgment.right)
            if both[0] and both[1] and both[0] != both[1]:
                said[pair(both[0], both[1])] = judgment.verdict
        same = frozenset(key for key, verdict in said.items() if verdict == "same")
        return Asked(same, frozenset(key for key, verdict in said.items() if verdict == "different"))

    def unanchored(self) -> list[Judgment]:
        """The judgments whose words no account rests on any more: kept, listed, of no effect."""
        found = judgments(self.source, self.clocks)
        return [j for j in found if self.account_of(j.left) is None or self.account_of(j.right) is None]

    def lost_corrections(self) -> list[Correction]:
        """The corrections whose words no claim rests on any more: kept, listed, of no effect."""
        found = corrections(self.source, self.clocks)
        return [one for one in found if not self._finds(one)]

    def _finds(self, correction: Correction) -> bool:
        held = held_document(self.source, correction.anchor.document_id, self.clocks)
        if held is None:
            return False
        if correction.slot == INCIDENT:
            return find_incident(correction.anchor, held.body.incidents, held.claims) is not None
        return find_claim(correction, held.claims) is not None

    def account_of(self, anchor: Anchor) -> str | None:
        """The account that an anchor means today."""
        held = self.held(anchor.document_id)
        return find_incident(anchor, held.body.incidents, held.claims) if held else None

    def held(self, document_id: str) -> Held | None:
        """A document within the clocks, its incidents and claims as people corrected them."""
        if document_id not in self._held:
            held = held_document(self.source, document_id, self.clocks)
            if held is None:
                return None
            if len(self._held) >= MAX_HELD:
                self._held.clear()
            self._held[document_id] = self._correct(held)
        return self._held[document_id]

    def gather(self, cluster: Iterable[str]) -> LinkedIncident | None:
        """The incident that a cluster of accounts tells."""
        members = [self._member(account) for account in derived.get_accounts(self.target, cluster).values()]
        return gather(member for member in members if member is not None)

    def clusters(self, component: tuple[str, ...], asked: Asked) -> tuple[tuple[str, ...], ...]:
        """The clusters of a component."""
        if len(component) == 1:
            return (component,)
        found = derived.get_accounts(self.target, component)
        edges = {e for account in component for e in derived.edges_of(self.target, account) if e.verdict == "same"}
        return link_component(found, edges, asked)

    def _correct(self, held: Held) -> Held:
        said = self._corrections.get(held.document.id)
        if not said:
            return held
        incidents, claims = correct(held.document, held.body.incidents, held.claims, said)
        return replace(held, body=replace(held.body, incidents=incidents), claims=claims)

    def _enter(self, document_id: str) -> None:
        """Write a document's accounts and their edges."""
        held = held_document(self.source, document_id, self.clocks)
        if held is None or derived.accounts_of(self.target, document_id):
            return
        body = held.body
        record = Record(held.document, body.incidents, body.totals, body.statements, held.claims, body.set_aside)
        for account in make_accounts(record):
            derived.put_account(self.target, account, held_under(account), held)
            self._remember(account)
            others = self._load(self._candidates(account))
            derived.put_edges(self.target, judge_pairs(account, others))
            derived.mark_dirty(self.target, [account.id])

    def _candidates(self, account: Account) -> set[str]:
        """The accounts that one is compared with: those held under what it asks for, where that is not full."""
        found: set[str] = set()
        for key in sorted(asks_for(account)):
            limit = FULL_AT + 2 if is_capped(key) else ALL
            held = derived.holders(self.target, key, limit)
            if is_capped(key) and len(held) > FULL_AT:
                if len(held) == FULL_AT + 1:
                    self._close(key, [other for other in held if other != account.id])
                else:
                    self._come_late(key, account)
            else:
                found.update(held)
        return found - {account.id}

    def _close(self, key: str, held: list[str]) -> None:
        """A name has become too common: the edges that rest on it alone go, and are kept for the days before."""
        derived.mark_full(self.target, key, FULL_AT)
        inside = set(held)
        edges = {edge for account in held for edge in derived.edges_of(self.target, account)}
        for edge in sorted(edges, key=lambda e: (e.left, e.right)):
            if edge.left in inside and edge.right in inside:
                shared = self._shared(edge)
                if all(self._is_full(one) for one in shared):
                    derived.put_former(self.target, shared, [edge])
                    derived.drop_edge(self.target, edge.left, edge.right)
                    derived.mark_dirty(self.target, (edge.left, edge.right))

    def _come_late(self, key: str, account: Account) -> None:
        """A report published before a name was common has been added after: its edges count for days in between."""
        early = derived.held_before_full(self.target, key, account.id)
        if early:
            derived.put_former(self.target, (key,), judge_pairs(account, self._load(early)))
            derived.mark_full(self.target, key, FULL_AT)

    def _shared(self, edge: Edge) -> list[str]:
        """The keys that two accounts share."""
        left, right = self._load((edge.left, edge.right))
        return sorted(asks_for(left) & held_under(right))

    def _is_full(self, key: str) -> bool:
        """Whether a key makes no pairs: so many accounts share it, and it has a cap."""
        return is_capped(key) and len(derived.holders(self.target, key, FULL_AT + 1)) > FULL_AT

    def _mark_decided(self) -> None:
        """Have the incidents made anew that judgments and corrections since the last time are about."""
        decided = _decided_on(self.source, self.clocks)
        known = int(derived.get_state(self.target, "decided") or 0)
        if len(decided) != known:
            for anchor in (anchor for anchors in decided.values() for anchor in anchors):
                accounts = derived.accounts_of(self.target, anchor.document_id)
                derived.mark_dirty(self.target, [account.id for account in accounts])
            derived.set_state(self.target, "decided", len(decided))

    def _make_incidents(self, asked: Asked) -> None:
        """Cluster the components that were touched, and write their incidents."""
        partners: dict[str, set[str]] = {}
        for left, right in asked.same:
            partners.setdefault(left, set()).add(right)
            partners.setdefault(right, set()).add(left)

        def neighbors(account: str) -> Iterator[str]:
            for edge in derived.edges_of(self.target, account):
                if edge.verdict == "same":
                    yield edge.right if edge.left == account else edge.left
            yield from partners.get(account, ())

        touched = components(derived.dirty(self.target), neighbors)
        with transaction(self.target):
            derived.retire(self.target, (account for component in touched for account in component))
        for batch in _batches(touched, BATCH):
            with transaction(self.target):
                for component in batch:
                    self._make_component(component, asked)

    def _make_component(self, component: tuple[str, ...], asked: Asked) -> None:
        linked = [self.gather(cluster) for cluster in self.clusters(component, asked)]
        rows = [incident_row(one, component[0]) for one in linked if one is not None]
        derived.put_component(self.target, component, rows)

    def _member(self, account: Account) -> Member | None:
        held = self.held(account.document_id)
        if held is None:
            return None
        incident = next((one for one in held.body.incidents if one.id == account.id), None)
        if incident is None and not account.background:
            return None  # a person took it off the record
        return Member(account, held.document, incident, held.claims)

    def _remember(self, account: Account) -> None:
        if len(self._accounts) >= MAX_HELD:
            self._accounts.clear()
        self._accounts[account.id] = account

    def _load(self, ids: Iterable[str]) -> list[Account]:
        """Accounts by their ids, in order, from memory where they are there."""
        wanted = sorted(ids)
        found = {name: self._accounts[name] for name in wanted if name in self._accounts}
        missing = derived.get_accounts(self.target, [name for name in wanted if name not in found])
        for account in missing.values():
            self._remember(account)
        found |= missing
        return [found[name] for name in wanted]


def doubts(linker: Linker, linked: LinkedIncident) -> list[Edge]:
    """The judgments from an incident's accounts to others' that stay open."""
    inside = set(linked.accounts)
    edges = {edge for account in linked.accounts for edge in derived.edges_of(linker.target, account)}
    return sorted((e for e in edges if not {e.left, e.right} <= inside), key=lambda e: (-e.score, e.left, e.right))


def why_joined(linker: Linker, linked: LinkedIncident) -> list[Edge]:
    """For each account but the first, the judgment that ties it best to one before it."""
    found = derived.get_accounts(linker.target, linked.accounts)
    ordered = [found[name] for name in linked.accounts]
    return [
        max((judge(one, other) for other in ordered[:n]), key=lambda e: e.score) for n, one in enumerate(ordered) if n
    ]


def _decided_on(source: sqlite3.Connection, clocks: Clocks) -> dict[str, tuple[Anchor, ...]]:
    """The words that each of people's judgments and corrections within the clocks is about, by its id."""
    judged = {one.id: (one.left, one.right) for one in judgments(source, clocks)}
    return {**judged, **{one.id: (one.anchor,) for one in corrections(source, clocks)}}


def _by_document(said: Iterable[Correction]) -> dict[str, list[Correction]]:
    found: dict[str, list[Correction]] = {}
    for correction in said:
        found.setdefault(correction.anchor.document_id, []).append(correction)
    return found


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    queue = iter(items)
    while batch := list(islice(queue, size)):
        yield batch
