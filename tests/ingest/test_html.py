import time
from datetime import date

import pytest

from onrecord.ingest.document import Defaults
from onrecord.ingest.html import looks_like_html, read_html
from onrecord.model.document import Document, Failure

PARAGRAPH = "Two people were hurt in the town of Arlen on Monday when a drone fell on the market, the mayor said."
PAGE = f"""<!doctype html><html><head><title>Drone falls on market | Estuary Courier</title>
<meta property="og:site_name" content="Estuary Courier">
<meta property="og:title" content="Drone falls on market">
<meta property="article:published_time" content="2031-03-12T08:00:00+00:00">
<link rel="canonical" href="https://courier.example/a"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Drone falls on market</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH.replace("Two", "Three")}</p></article>
<footer>All rights reserved 2019</footer></body></html>"""


def test_the_article_its_title_its_day_and_its_outlet() -> None:
    document = read_html(PAGE.encode(), Defaults(), "page.html")
    assert isinstance(document, Document)
    assert PARAGRAPH in document.text
    assert "Sport" not in document.text
    assert (document.title, document.outlet) == ("Drone falls on market", "Estuary Courier")
    assert (document.published, document.url) == (date(2031, 3, 12), "https://courier.example/a")


def test_what_the_user_says_is_for_what_the_page_does_not_say() -> None:
    said = Defaults(date(2030, 1, 1), "Vell Radio")
    bare = f"<html><body><article><p>{PARAGRAPH}</p></article></body></html>"
    for page, expected in ((PAGE, (date(2031, 3, 12), "Estuary Courier")), (bare, (said.published, said.outlet))):
        document = read_html(page.encode(), said, "page.html")
        assert isinstance(document, Document)
        assert (document.published, document.outlet) == expected


def test_a_declared_encoding_is_used_and_a_wrong_one_is_not() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="{}">').replace("market,", "café,")
    for declared, used in (("windows-1252", "cp1252"), ("utf-8", "utf-8"), ("no-such-code", "utf-8")):
        document = read_html(page.replace("{}", declared).encode(used), Defaults(), "page.html")
        assert isinstance(document, Document)
        assert "café" in document.text


def test_a_page_without_an_article_is_told() -> None:
    for page in ("<html><body><nav><a href='/'>Home</a></nav><p>Log in</p></body></html>", "<html></html>", "<>"):
        item = read_html(page.encode(), Defaults(), "page.html")
        assert isinstance(item, Failure)
        assert item.stage == "html"


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body {' '.join(f'a{n}=b' for n in range(50_000))}>{PARAGRAPH}",
        f"<html><body>{'<div>' * 50_000}<p>{PARAGRAPH}</p>",
        f"<html><body>{'<p></p>' * 500_000}<p>{PARAGRAPH}</p>",
        f"<html><body><img src='data:image/png;base64,{'A' * 200_000}=='><article><p>{PARAGRAPH}</p></article>",
        f"<html><!--{'-' * 500_000}",
        f"<html><body><table>{'<tr><td>' * 2000}{PARAGRAPH}",
        f"<html><body><article><p>{PARAGRAPH}&#xD800;&#0;\x00</p></article>",
    ],
    ids=["attributes", "deep", "long", "image", "comment", "table", "characters"],
)
def test_hostile_pages_are_answered_soon(page: str) -> None:
    start = time.perf_counter()
    item = read_html(page.encode(), Defaults(), "page.html")
    assert isinstance(item, Document | Failure)
    assert time.perf_counter() - start < 30


def test_pages_are_known_by_how_they_begin() -> None:
    assert looks_like_html(b"\xef\xbb\xbf <!DOCTYPE html><html>")
    assert not looks_like_html(b"Two people < three people")
