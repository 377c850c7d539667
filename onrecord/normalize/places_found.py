"""Names that are used as a place's, as found and as resolved, and the chains of names that hold each other."""

from dataclasses import dataclass

from onrecord.normalize.gazetteer import Candidate
from onrecord.normalize.places_choose import Scored, contains
from onrecord.normalize.places_context import Use
from onrecord.normalize.places_setting import Setting, is_container, owns
from onrecord.normalize.places_words import Match


@dataclass(frozen=True, slots=True)
class Found:
    """A match that is used as a place's name, or may be."""

    setting: Setting
    use: Use

    @property
    def match(self) -> Match:
        return self.setting.match


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name with its best meaning; None where no gazetteer has it. `within`: the smallest unit known to hold it."""

    found: Found
    best: Scored | None
    within: Candidate | None = None


def chain_of(found: list[Found], n: int) -> list[int]:
    """The names that are said to hold the n-th, the nearest first: "Arlen village in Bolgan district, Sadia"."""
    chain: list[int] = []
    at = n
    while at + 1 < len(found):
        inner, outer = found[at], found[at + 1]
        if inner.match.line != outer.match.line:
            break
        held = is_container(inner.setting.text, inner.match, outer.match) or _is_in_unit(inner, outer)
        if not held and not (chain and _is_aside(inner, outer)):
            break
        at += 1
        chain.append(at)
    return chain


def _is_in_unit(inner: Found, outer: Found) -> bool:
    """True where the words put a name into a unit that holds none of its namesakes: "Arlen in Bolgan district"."""
    gap = inner.setting.text[inner.match.span.end : outer.match.span.start]
    return outer.setting.level in ("adm1", "adm2") and gap == " in "


def _is_aside(country: Found, unit: Found) -> bool:
    """True for a unit in parentheses behind its country: "Arlen district in western Sadia (Bolgan)"."""
    if country.setting.text[country.match.span.end : unit.match.span.start] != " (":
        return False
    inside = {c.country for c in country.match.candidates if c.kind == "country"}
    return any(c.country in inside and c.kind != "country" for c in unit.match.candidates)


def containers_of(found: list[Found], n: int) -> tuple[Candidate, ...]:
    """The meanings of the names that are said to hold the n-th: "Oxford, Miss.", "Iraq's Mosul"."""
    named = [found[m] for m in chain_of(found, n)]
    if n and is_owned(found, n, strict=True):
        named.append(found[n - 1])
    mine = found[n].match.candidates
    return tuple(
        c for one in named for c in one.match.candidates if not mine or any(contains(c, inner) for inner in mine)
    )


def is_owned(found: list[Found], n: int, *, strict: bool) -> bool:
    """True where the name before holds the n-th; strictly, where the gazetteer agrees."""
    left, match = found[n - 1].match, found[n].match
    if left.line != match.line or not left.candidates:
        return False
    return found[n].setting.owned if strict else owns(left, found[n].setting.text[left.span.end : match.span.start])
