"""The arithmetic of tolls: from the claims of one incident in one report to its tolls."""

from dataclasses import dataclass
from typing import Final

from onrecord.model.claim import Claim
from onrecord.model.codes import Revised, Scope, TollGroup, TollStatus
from onrecord.model.incident import Toll
from onrecord.model.values import Quantity, TollFigure

STATUSES: Final[tuple[TollStatus, ...]] = (
    "killed",
    "injured",
    "killed_or_injured",
    "missing",
    "abducted",
    "captured",
    "arrested",
    "displaced",
    "evacuated",
)
ROLES: Final[tuple[TollGroup, ...]] = (
    "civilians",
    "combatants",
    "aid_workers",
    "journalists",
    "medics",
    "peacekeepers",
    "police",
    "attackers",
    "children",
    "women",
    "men",
    "elderly",
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure of one claim, with where it stands."""

    claim: Claim
    figure: TollFigure


def combine_tolls(claims: tuple[Claim, ...]) -> tuple[Toll, ...]:
    """The tolls of an incident from its toll claims (values are `TollFigure`s), the roll-up `all` first."""
    tolls: list[Toll] = []
    for status in STATUSES:
        told = [Telling(c, c.value) for c in claims if c.slot == status and isinstance(c.value, TollFigure)]
        told = [t for t in told if t.claim.modality == "asserted"]
        scopes: tuple[Scope, ...] = ("incident", "period", "cumulative")
        for scope in scopes:
            tolls.extend(_tolls_of(status, scope, [t for t in told if t.figure.scope == scope]))
    return tuple(tolls)


def _tolls_of(status: TollStatus, scope: Scope, told: list[Telling]) -> list[Toll]:
    if not told:
        return []
    found = [_roll_up(status, scope, told)]
    for group in ROLES:
        mine = [t for t in told if t.figure.group == group]
        if mine:
            found.append(_toll(status, group, scope, _best_of([t.figure.quantity for t in mine]), mine))
    return found


def _roll_up(status: TollStatus, scope: Scope, told: list[Telling]) -> Toll:
    """The toll of all people: the first whole figure, with additions; parts are inside it."""
    sums: list[Quantity] = []
    for sentence in dict.fromkeys(t.claim.sentence for t in told):
        here = [t for t in told if t.claim.sentence == sentence]
        wholes = [t.figure.quantity for t in here if t.figure.relation in ("total", "group", "addition")]
        if wholes:
            sums.append(_sum(list(dict.fromkeys(wholes))))
    revised = [t.figure.quantity for t in told if t.figure.revised == "up" and t.figure.relation != "part"]
    best = _best_of(revised or sums or [_sum([t.figure.quantity for t in told])])
    return _toll(status, "all", scope, best, told)


def _sum(quantities: list[Quantity]) -> Quantity:
    low = sum(q.low or 0 for q in quantities)
    best = None if any(q.best is None for q in quantities) else sum(q.best or 0 for q in quantities)
    high = sum(_high(q) for q in quantities)
    return Quantity(low, best, high)


def _high(quantity: Quantity) -> int:
    """A high end that is always a number: where the words set none, the figure itself."""
    for bound in (quantity.high, quantity.best, quantity.low):
        if bound is not None:
            return bound
    return 0


def _low(quantity: Quantity) -> int:
    return quantity.low if quantity.low is not None else 0


def _best_of(quantities: list[Quantity]) -> Quantity:
    """The first figure that is stated, else the first vague one."""
    stated = [q for q in quantities if q.best is not None]
    return stated[0] if stated else quantities[0]


def _toll(status: TollStatus, group: TollGroup, scope: Scope, quantity: Quantity, told: list[Telling]) -> Toll:
    revised: Revised | None = None
    if any(t.figure.revised == "up" for t in told):
        revised = "up"
    claims = tuple(dict.fromkeys(t.claim.id for t in told))
    return Toll(status, group, _low(quantity), quantity.best, _high(quantity), scope, False, revised, claims)
