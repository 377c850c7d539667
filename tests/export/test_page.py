"""The page: whole text, every claim in place and linked, nothing fetched, everything escaped."""

import re
from html.parser import HTMLParser

import pytest

from benchmarks.texts import conflict_reports
from onrecord.export.page import page
from onrecord.pipeline import Reader
from tests.reports import make_document

VOID = {"meta", "link", "br", "img", "input", "hr"}
HOSTILE = '<script>alert("x")</script> Three people were killed in Vaduz & 5 "hurt", <b onclick=x>the mayor</b> said.'


class Page(HTMLParser):
    """What a page holds: ids, links, the text of the report, and whether its elements nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.report = ""
        self.depth = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if "href" in found else []
        assert not {"src", "onclick", "style"} & set(found)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "div" and (self.depth or found.get("class") == "text"):
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "div" and self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.report += data if self.depth else ""


def page_of(reader: Reader, *texts: str) -> Page:
    return Page("".join(page(reader.read(make_document(text)) for text in texts)))


@pytest.mark.parametrize(
    "text", [*conflict_reports(5, seed=9), HOSTILE, "", "One\n\ntwo\n\n\nthree"], ids=lambda t: t[:12]
)
def test_the_text_is_whole_and_every_link_leads_somewhere(reader: Reader, text: str) -> None:
    made = page_of(reader, text)
    assert made.report.split() == text.split()
    assert len(made.ids) == len(set(made.ids))
    assert {link[1:] for link in made.links} - {"d1-record"} <= set(made.ids)
    assert made.open == []
    assert "script" not in made.tags


def test_every_claim_is_highlighted_and_linked_both_ways(reader: Reader) -> None:
    text = conflict_reports(1, seed=9)[0]
    made = page_of(reader, text)
    for claim in reader.read(make_document(text)).claims:
        assert f"d1-q-{claim.id}" in made.ids
        assert f"d1-c-{claim.id}" in made.ids
        assert f"#d1-q-{claim.id}" in made.links


def test_reports_on_one_page_keep_their_ids_apart(reader: Reader) -> None:
    text = conflict_reports(1, seed=9)[0]
    made = page_of(reader, text, text)
    assert len(made.ids) == len(set(made.ids))


def test_nothing_is_fetched(reader: Reader) -> None:
    text = "".join(page([reader.read(make_document(HOSTILE))]))
    assert "default-src 'none'" in text
    assert not re.search(r"https?://|@import|url\(", text)
