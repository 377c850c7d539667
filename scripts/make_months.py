"""Write onrecord/lexicon/months.tsv: month names of other languages, from Unicode's CLDR as babel carries it."""

from pathlib import Path

from babel import Locale

LANGUAGES = ("ar", "de", "es", "fa", "fr", "he", "it", "nl", "pl", "pt", "ru", "tr", "uk")
OUT = Path(__file__).parent.parent / "onrecord" / "lexicon" / "months.tsv"
HEAD = """# Month names of other languages, as news in English carries them over. Made by scripts/make_months.py
# from the Unicode CLDR (Unicode License V3). A name is read as a month only beside a number.
language\tname\tmonth
"""


def rows() -> list[tuple[str, str, int]]:
    found: dict[str, tuple[str, str, int]] = {}
    for language in LANGUAGES:
        for form in ("format", "stand-alone"):
            for month, name in Locale(language).months[form]["wide"].items():
                if name.isalpha():
                    found.setdefault(name.lower(), (language, name.lower(), month))
    english = {name.lower() for form in Locale("en").months["format"].values() for name in form.values()}
    return [row for name, row in found.items() if name not in english]


def main() -> None:
    lines = ["\t".join(map(str, row)) for row in sorted(rows())]
    OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
