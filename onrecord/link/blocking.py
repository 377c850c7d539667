"""Blocking: which accounts are compared at all. An account is held under some keys and asks for others.

Two narrow places share a cell of the map and a day; a region and what lies in it share the region and a day; a vague
account (a country, no day) is found by the rare names it shares. So pairs grow with what happens nearby on a day,
not with the ledger.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from onrecord.link.names import given_names
from onrecord.model.linking import Account
from onrecord.model.values import Place

CELL_DEGREES: Final = 0.5  # of each of four grids, shifted by half: places within 0.25 degrees share a cell
MAX_DAYS: Final = 31  # a longer interval says nothing about the day
RECENT_DAYS: Final = 3  # a report that tells no day leads with what happened within so many days
MAX_PAIR_KEYS: Final = 16  # of an account's names that stand side by side, the first that it tells
MAX_NAME_KEYS: Final = 8  # of its single names
FULL_AT: Final = 40  # a name that more accounts share is no longer rare: it makes no pairs

NARROW: Final = frozenset({"exact", "near", "adm2"})


def held_under(account: Account) -> frozenset[str]:
    """The keys under which others find an account."""
    return frozenset(
        (*_place_keys(account, held=True), *_name_keys(account), *_toll_keys(account), *_copy_keys(account))
    )


def asks_for(account: Account) -> frozenset[str]:
    """The keys under which an account finds others; asking is mutual: if A finds B, then B finds A."""
    return frozenset(
        (*_place_keys(account, held=False), *_name_keys(account), *_toll_keys(account), *_copy_keys(account))
    )


def is_capped(key: str) -> bool:
    """Whether a key makes no pairs once FULL_AT accounts share it: those of names and of copies."""
    return key[0] in "ns"


def days_of(account: Account) -> tuple[date, ...]:
    """The days on which it may have happened, none where they are too many to tell."""
    first, last = _bounds(account)
    if first is None or last is None or (last - first).days > MAX_DAYS:
        return ()
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def _bounds(account: Account) -> tuple[date | None, date | None]:
    when, published = account.when, account.published
    if when is not None:
        return when.earliest, when.latest
    if published is None or account.background or account.rank:
        return None, None
    return published - timedelta(days=RECENT_DAYS), published


def _day_keys(account: Account) -> Iterator[str]:
    """Each day and the one after it, so that neighbors share one."""
    days = days_of(account)
    for on in (*days, *(days[-1:] and (days[-1] + timedelta(days=1),))):
        yield on.isoformat()


def _place_keys(account: Account, *, held: bool) -> Iterator[str]:
    place = account.where
    if place is None:
        return
    yield from _country_keys(account, held=held)
    if place.precision == "country":
        return
    unit, narrow = _unit(place), _is_narrow(place)
    for on in _day_keys(account):
        if account.told_where:
            yield f"w|{place.country}/{account.told_where}|{on}"
        if narrow:
            yield from (f"g|{cell}|{on}" for cell in _cells(place))
        yield f"{'d' if narrow == held else 'D'}|{unit}|{on}" if narrow else f"D|{unit}|{on}"
        if not narrow and not held:
            yield f"d|{unit}|{on}"


def _country_keys(account: Account, *, held: bool) -> Iterator[str]:
    """What tells its country only asks for all that happened there on its day; the rest asks for such vague ones."""
    assert account.where is not None
    vague = account.where.precision == "country"
    for on in _day_keys(account):
        yield f"{'C' if vague == held else 'c'}|{account.where.country}|{on}"
        if vague and not held:
            yield f"C|{account.where.country}|{on}"


def _is_narrow(place: Place) -> bool:
    return place.precision in NARROW and place.lat is not None and place.lon is not None


def _unit(place: Place) -> str:
    """The first-level unit that a place lies in, else the country and the name."""
    return place.adm1 or f"{place.country}/{place.name.casefold()}"


def _cells(place: Place) -> Iterator[str]:
    assert place.lat is not None
    assert place.lon is not None
    for shift in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)):
        row, column = (
            int((value + 360) / CELL_DEGREES + move) for value, move in zip((place.lat, place.lon), shift, strict=True)
        )
        yield f"{shift[0] * 2 + shift[1] * 4:.0f}.{row}.{column}"


def _name_keys(account: Account) -> Iterator[str]:
    pairs = [name for name in account.names if " " in name]
    single = [name for name in account.names if " " not in name and name not in given_names()]
    return (f"n|{name}" for name in (*pairs[:MAX_PAIR_KEYS], *single[:MAX_NAME_KEYS]))


def _toll_keys(account: Account) -> Iterator[str]:
    """The same number of dead on the same day in the same country."""
    country = account.where.country if account.where else None
    if country and account.killed and account.killed[0] == account.killed[1]:
        yield from (f"t|{country}|{account.killed[0]}|{on}" for on in _day_keys(account))


def _copy_keys(account: Account) -> Iterator[str]:
    return (f"s|{value}" for value in account.sketch[:2])
