"""The arithmetic of tolls: from the claims of one incident in one report to its tolls."""

from dataclasses import dataclass, replace
from typing import Final, get_args

from onrecord.link.tolls_arithmetic import Bounds, Figure, best_figure
from onrecord.link.tolls_roster import count_listed, with_listed
from onrecord.link.tolls_standing import standing_of
from onrecord.model.claim import Claim
from onrecord.model.codes import Revised, Scope, TollGroup, TollStatus
from onrecord.model.incident import Quoted, Toll
from onrecord.model.values import TollFigure

STATUSES: Final[tuple[TollStatus, ...]] = get_args(TollStatus)
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
GROUPS: Final[tuple[TollGroup, ...]] = (
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
    """One figure, and the claim that states it."""

    claim: Claim
    figure: TollFigure


def combine_tolls(claims: tuple[Claim, ...]) -> tuple[Toll, ...]:
    """The tolls of an incident from its toll claims (values are `TollFigure`s), the roll-up `all` first."""
    tolls: list[Toll] = []
    for status in STATUSES:
        told = [Telling(c, c.value) for c in claims if c.slot == status and isinstance(c.value, TollFigure)]
        told = [telling for telling in told if telling.claim.modality == "asserted"]
        for scope in SCOPES:
            here = [telling for telling in told if telling.figure.scope == scope]
            if here:
                tolls.extend(_tolls_of(status, scope, here))
    return tuple(tolls)


def _tolls_of(status: TollStatus, scope: Scope, told: list[Telling]) -> list[Toll]:
    """The roll-up of one status, and the toll of each group that is told of."""
    wholes = [t for t in told if t.figure.relation not in ("part", "listed")]
    found = [_toll(status, "all", scope, wholes or told, told)]
    if wholes and not any(_counts(t.figure) for t in wholes):
        found = [_with_all_listed(found[0], told)]
    if not wholes:  # "four of the dead were civilians": so many at least
        found = [replace(found[0], best=None, high=None)]
    for group in GROUPS:
        mine = [t for t in told if t.figure.group == group]
        if mine:
            found.append(_within(found[0], _toll(status, group, scope, mine, mine), told))
    return found


def _counts(figure: TollFigure) -> bool:
    """True for a figure that says how many there were; "another neighbor" and "people" do not."""
    return figure.counted and not figure.quantity.more and figure.quantity.hedge != "vague"


def _with_all_listed(whole: Toll, told: list[Telling]) -> Toll:
    """The roll-up where names alone tell it: "Ana Lund, 34, and her son were killed" tells of all who are listed."""
    number = count_listed((t.claim.sentence, t.figure) for t in told if t.figure.relation == "listed")
    low, best, high = (None if bound is None else max(bound, number) for bound in (whole.low, whole.best, whole.high))
    return replace(whole, low=low, best=best, high=high)


def _within(whole: Toll, part: Toll, told: list[Telling]) -> Toll:
    """A group's toll, where persons are listed (some perhaps under two spellings), or a note settles the whole:
    no more than all."""
    most = whole.high
    mine = (t.figure for t in told if t.figure.relation == "final" or t.figure.group == part.group)
    settled = any(figure.relation in ("listed", "final") for figure in mine)
    if most is None or part.high is None or part.high <= most or not settled:
        return part
    low, best = (None if bound is None else min(bound, most) for bound in (part.low, part.best))
    return replace(part, low=low, best=best, high=most)


def _toll(status: TollStatus, group: TollGroup, scope: Scope, counted: list[Telling], told: list[Telling]) -> Toll:
    bounds = _bounds(counted)
    revised: Revised | None = "up" if any(t.figure.revised == "up" for t in counted) else None
    claims = tuple(dict.fromkeys(t.claim.id for t in told))
    quoted = tuple(Quoted(t.claim.id, standing_of(_figure(t), bounds)) for t in told)
    return Toll(status, group, bounds.low, bounds.best, bounds.high, scope, bounds.contested, revised, claims, quoted)


def _bounds(counted: list[Telling]) -> Bounds:
    """The numbers of some figures: what is stated, raised by the persons who are listed one by one."""
    stated = [t for t in counted if t.figure.relation != "listed"]
    number = count_listed((t.claim.sentence, t.figure) for t in counted if t.figure.relation == "listed")
    bounds = best_figure([_figure(t) for t in stated]) if stated else None
    return with_listed(bounds, number)


def _figure(telling: Telling) -> Figure:
    return Figure(telling.figure, telling.claim.sentence, telling.claim.voice)
