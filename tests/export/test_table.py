"""The table: what a person reads, at 80 columns, without color."""

import re

from onrecord.export.table import table
from onrecord.model.document import Failure
from onrecord.pipeline import Reader
from tests.reports import make_document

REPORT = (
    "A drone struck a power plant in Vaduz on Thursday, killing at least three people and wounding between 10 and 12, "
    "the mayor said. Five people were killed, the army said.\n"
    "The war has killed at least 1,240 soldiers since April 2023, according to the United Nations."
)


def table_of(reader: Reader, text: str, *, width: int = 80, color: bool = False) -> str:
    return "".join(table([reader.read(make_document(text))], width=width, color=color))


def test_it_fits_and_needs_no_color(reader: Reader) -> None:
    shown = table_of(reader, REPORT)
    assert max(map(len, shown.splitlines())) <= 80
    assert "\x1b" not in shown
    assert all(line == line.rstrip() for line in shown.splitlines())


def test_each_figure_stands_over_its_sentence_and_who_says_it(reader: Reader) -> None:
    shown = " ".join(table_of(reader, REPORT).split())
    assert re.search(r"Killed .{0,60}“A drone struck a power plant", shown)
    assert "reported by" in shown
    assert "Totals of a war or a period" in shown
    assert "at least 1,240" in shown


def test_color_adds_nothing_but_color(reader: Reader) -> None:
    painted = re.sub("\x1b\\[[0-9;]*m", "", table_of(reader, REPORT, color=True))
    assert painted == table_of(reader, REPORT)


def test_a_narrow_table_fits(reader: Reader) -> None:
    assert max(map(len, table_of(reader, REPORT, width=50).splitlines())) <= 50


def test_a_terminal_is_told_nothing_that_it_would_obey(reader: Reader) -> None:
    shown = table_of(reader, "\x1b[2JThree people were killed in Vaduz\u202e on Monday\x07, the mayor said.\x9b")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)


def test_a_report_without_incident_and_one_that_failed_say_so(reader: Reader) -> None:
    assert "No incident is told" in table_of(reader, "The market opens at nine.")
    failed = "".join(table(reader.read_many([Failure("html", "No article was found in the page.", "a.html")])))
    assert "a.html: No article was found" in failed
    assert "No incident is told" not in failed
