"""Knowledge by name: the files of the lexicon, read once; and the versions of the components."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

import yaml

from onrecord.errors import LexiconError

# A component's version rises when its rules change, so that the ledger can tell two readings apart.
COMPONENTS: Final[dict[str, int]] = {
    "acts": 1,
    "actors": 1,
    "casualties": 1,
    "counts": 1,
    "dates": 1,
    "places": 1,
    "statements": 1,
    "targets": 1,
    "totals": 1,
    "weapons": 1,
}


def origin_of(component: str) -> str:
    """The origin that a claim carries: `origin_of("casualties") == "casualties@1"`."""
    return f"{component}@{COMPONENTS[component]}"


@cache
def lexicon_text(name: str) -> str:
    """A file of `onrecord/lexicon/` as text; raises LexiconError where there is none."""
    try:
        return (resources.files("onrecord.lexicon") / name).read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"The lexicon has no file {name!r}; is the installation whole?") from error


@cache
def lexicon(name: str) -> Any:  # noqa: ANN401 - a YAML tree; each reader knows its own shape
    """A YAML file of `onrecord/lexicon/`, parsed once: `lexicon("triggers")`. Do not change what it returns."""
    try:
        return yaml.load(lexicon_text(f"{name}.yml"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise LexiconError(f"lexicon/{name}.yml is not valid YAML: {error}") from error


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country or territory of `lexicon/countries.tsv`: its names, its people's, and the seats of its government."""

    iso2: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]
    state: bool  # False for a dependency, which is a place and no party

    @property
    def forms(self) -> tuple[str, ...]:
        """All words that name it or its people."""
        return (self.name, *self.other_names, *self.demonyms, *self.seats)


@cache
def country_rows() -> tuple[CountryRow, ...]:
    """The rows of `lexicon/countries.tsv`."""
    rows = ((*row, "", "", "", "")[:6] for row in lexicon_rows("countries"))
    return tuple(
        CountryRow(iso2, name, _forms(others), _forms(demonyms), _forms(seats), kind == "state")
        for iso2, name, others, demonyms, seats, kind in rows
    )


@cache
def states() -> tuple[CountryRow, ...]:
    """The countries that can be a party."""
    return tuple(row for row in country_rows() if row.state)


def _forms(words: str) -> tuple[str, ...]:
    return tuple(word for word in words.split("|") if word)


@cache
def lexicon_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated file of `onrecord/lexicon/`, without comments (#) and the header row."""
    lines = [line for line in lexicon_text(f"{name}.tsv").splitlines() if line and not line.startswith("#")]
    return tuple(tuple(line.split("\t")) for line in lines[1:])
