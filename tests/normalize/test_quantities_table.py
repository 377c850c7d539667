from pathlib import Path

from onrecord.registry import lexicon

PAGE = Path(__file__).parents[2] / "docs" / "quantities.md"


def test_the_documented_bounds_are_those_of_the_lexicon() -> None:
    rows = [line.split("|")[1:-1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    documented = {cells[0].strip(): [c.strip() for c in cells[1:]] for cells in rows if len(cells) == 3}
    vague = lexicon("vague")
    for words, bounds in {**vague["plural"], **vague["words"], **vague["phrases"]}.items():
        assert documented[words] == [str(bound) for bound in bounds], words


def test_a_bare_plural_has_its_row() -> None:
    low, high = lexicon("vague")["bare_plural"]
    assert f'("civilians were killed") | {low} | {high} |' in PAGE.read_text(encoding="utf-8")
