"""What is compared, slot by slot: the incidents of a report, and the rest of its record."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from onrecord.evaluate.agree import (
    agrees_actor,
    agrees_country,
    agrees_family,
    agrees_place,
    agrees_type,
    fold,
    same_bounds,
    same_days,
)
from onrecord.evaluate.gold import GoldReport
from onrecord.evaluate.match import match_incidents
from onrecord.evaluate.score import Tally, see_set
from onrecord.model.document import Span

Value = dict[str, Any]
PEOPLE: Final = frozenset(["killed", "injured", "killed_or_injured", "missing", "abducted", "captured", "arrested"])


def see_incidents(tally: Tally, report: GoldReport, shape: Value) -> None:
    """The incidents and their types, places, days, attackers, weapons."""
    for gold, read in _pairs(report, shape):
        span = _span_of(gold, read, shape)
        want, got = gold and "|".join(gold["type"]), read and read["type"]
        tally.see("incident", report.document, want, got, bool(gold and read), span)
        if gold and read:
            tally.see("type", report.document, want, got, agrees_type(gold, read), span)
            tally.see("family", report.document, want, read["family"], agrees_family(gold, read), span)
            _see_when_and_where(tally, report, gold, read)
            _see_names(tally, report, gold, read, span)


def see_tolls(tally: Tally, report: GoldReport, shape: Value) -> None:
    """The tolls of incidents (roll-ups apart from groups), and counts of things."""
    for gold, read in _pairs(report, shape):
        for slot, groups in (("toll", True), ("toll of a group", False)):
            want = [t for t in (gold or {}).get("tolls", ()) if (t["group"] == "all") == groups]
            got = [t for t in (read or {}).get("tolls", ()) if (t["group"] == "all") == groups]
            got = [t for t in got if t["status"] in PEOPLE or any(t["status"] == w["status"] for w in want)]
            got = [t for t in got if t["best"] != 0 or any(t["status"] == w["status"] for w in want)]
            _see_figures(tally, slot, report, want, got, shape)
        want, got = (gold or {}).get("counts", []), (read or {}).get("counts", [])
        _see_figures(tally, "count of things", report, want, got, shape, _same_count)


def see_totals(tally: Tally, report: GoldReport, shape: Value) -> None:
    """Totals of a war or a period: status, group and figure, as gold has them."""
    _see_figures(tally, "total", report, report.totals, shape["totals"], shape)


def see_statements(tally: Tally, report: GoldReport, shape: Value) -> None:
    """Statements: the kind, on words that meet the gold's. Only reports with gold statements are asked."""
    for gold in report.statements:
        span = _find(report, gold["words"])
        met = [s for s in shape["statements"] if _meets(s["quote"], span)]
        right = any(s["kind"] in gold["kind"] for s in met)
        got = met[0]["kind"] if met else None
        tally.see("statement", report.document, "|".join(gold["kind"]), got, right, span)


def see_voices(tally: Tally, report: GoldReport, shape: Value) -> None:
    """Whose word a figure is: of each figure named in the gold, the source of the claim that rests on it."""
    for gold in report.voices:
        span = _find(report, gold["words"])
        claims = [c for c in shape["claims"] if c["slot"] in PEOPLE | {"count", "displaced", "evacuated"}]
        met = [c for c in claims if _meets(c["quote"], span)]
        names = [_source(claim) for claim in met]
        wanted = gold["source"] or "(the outlet)"
        right = any(_same_source(gold["source"], name) for name in names)
        tally.see("voice", report.document, wanted, (names[0] or "(the outlet)") if names else None, right, span)
        if gold["role"] and right and gold["source"]:
            roles = [c["attribution"]["source"]["role"] for c in met if _same_source(gold["source"], _source(c))]
            tally.see("role of the voice", report.document, gold["role"], roles[0], gold["role"] in roles, span)


def see_set_aside(tally: Tally, report: GoldReport, shape: Value) -> None:
    """Whether a report that must be set aside is, with its reason; and that a report without incidents has none."""
    reasons = [aside["reason"] for aside in shape["set_aside"]]
    for gold in report.set_aside:
        got = ", ".join(sorted(set(reasons))) or None
        tally.see("reason set aside", report.document, gold["reason"], got, gold["reason"] in reasons, None)
    if not report.incidents:
        read = [i for i in shape["incidents"] if i["type"] not in report.optional]
        got = read[0]["summary"] if read else "no incident"
        tally.see(
            "no incident", report.document, "no incident", got, not read, _span_of(None, (read or [None])[0], shape)
        )


KINDS: Final[dict[str, Callable[[Tally, GoldReport, Value], None]]] = {
    "incidents": see_incidents,
    "tolls": see_tolls,
    "totals": see_totals,
    "statements": see_statements,
    "voices": see_voices,
    "set_aside": see_set_aside,
}


def _pairs(report: GoldReport, shape: Value) -> list[tuple[Value | None, Value | None]]:
    """Matched incidents; what the gold calls optional and has no partner is left out."""
    gold = tuple(_with_spans(incident, report) for incident in report.incidents)
    pairs = match_incidents(gold, shape)
    return [(g, r) for g, r in pairs if g or (r and r["type"] not in report.optional)]


def _with_spans(incident: Value, report: GoldReport) -> Value:
    """The gold incident with the place of each figure's words in the text."""

    def mark(values: Sequence[Value]) -> list[Value]:
        spans = [_find(report, value["words"]) for value in values]
        return [{**v, "span": s and (s.start, s.end)} for v, s in zip(values, spans, strict=True)]

    return {**incident, "tolls": mark(incident["tolls"]), "counts": mark(incident["counts"])}


def _see_when_and_where(tally: Tally, report: GoldReport, gold: Value, read: Value) -> None:
    where, when = gold["where"], gold["when"]
    if where is not None and where["name"] != "?":
        place = read["where"]
        got = place and f"{place['name']}, {place['country']}"
        tally.see("where", report.document, where["name"], got, agrees_place(where, place), None)
        if where["country"]:
            tally.see("country", report.document, where["country"], got, agrees_country(where, place), None)
    if when is not None:
        days = read["when"] and f"{read['when']['earliest']}/{read['when']['latest']}"
        tally.see("when", report.document, "/".join(when), days, same_days(when, read["when"]), None)


def _see_names(tally: Tally, report: GoldReport, gold: Value, read: Value, span: Span | None) -> None:
    if gold["attackers"] is not None:
        pairs = _pair(gold["attackers"], read["attackers"], agrees_actor)
        named = [(want, got and got["name"], span) for want, got in pairs]
        see_set(tally, "attacker", report.document, named)
    if gold["weapons"] is not None:
        see_set(tally, "weapon", report.document, [(*p, span) for p in _pair(gold["weapons"], read["weapons"], _equal)])


def _see_figures(
    tally: Tally,
    slot: str,
    report: GoldReport,
    want: Sequence[Value],
    got: Sequence[Value],
    shape: Value,
    agree: Callable[[Value, Value], bool] = same_bounds,
) -> None:
    pairs = _pair(want, got, agree)
    missing = [w for w, g in pairs if g is None and w is not None]
    extra = [g for w, g in pairs if w is None and g is not None]
    for w, g in [(w, g) for w, g in pairs if w and g]:
        tally.see(slot, report.document, _figure(w), _figure(g), True, None)
    for w in missing:  # a wrong figure of the same status and group is one miss, not two
        near = next((g for g in extra if g["status"] == w["status"] and g.get("group") == w.get("group")), None)
        extra = [g for g in extra if g is not near]
        tally.see(slot, report.document, _figure(w), near and _figure(near), False, _find(report, w["words"]))
    for g in extra:
        tally.see(slot, report.document, None, _figure(g), False, _quote(g, shape))


def _pair(want: Iterable[Any], got: Iterable[Any], agree: Callable[[Any, Any], bool]) -> list[tuple[Any, Any]]:
    """Each wanted value with the first read one that agrees; those left over with None."""
    left, pairs = list(got), []
    for w in want:
        partner = next((g for g in left if agree(w, g)), None)
        left = [g for g in left if g is not partner]
        pairs.append((w, partner))
    return pairs + [(None, g) for g in left]


def _equal(want: str, got: str) -> bool:
    return want == got


def _same_count(want: Value, got: Value) -> bool:
    return bool(want["status"] == got["status"] and want["best"] == got["best"])


def _figure(value: Value) -> str:
    """A figure in short: "killed, children: 2-3-4"."""
    bounds = "-".join("" if value.get(key) is None else str(value[key]) for key in ("low", "best", "high"))
    return f"{value['status']}, {value.get('group') or value.get('what')}: {bounds}"


def _source(claim: Value) -> str | None:
    attribution = claim["attribution"]
    return attribution["source"]["text"] or attribution["source"]["name"] if attribution else None


def _same_source(want: str | None, got: str | None) -> bool:
    if want is None or got is None:
        return want is got
    one, two = set(fold(want).split()) - {"the"}, set(fold(got).split()) - {"the"}
    return bool(one & two) and len(one & two) / len(one | two) >= MIN_SHARED_WORDS


MIN_SHARED_WORDS: Final = 0.5  # "Governor A. Vell" and "A. Vell" are one voice


def _find(report: GoldReport, words: str) -> Span | None:
    at = report.document.text.find(words)
    return Span(at, at + len(words)) if at >= 0 else None


def _meets(quote: Value, span: Span | None) -> bool:
    return span is not None and bool(quote["start"] < span.end and span.start < quote["end"])


def _quote(value: Value, shape: Value) -> Span | None:
    """The words of the first claim of a value."""
    quotes = [claim["quote"] for claim in shape["claims"] if claim["id"] in value["claims"]]
    return Span(quotes[0]["start"], quotes[0]["end"]) if quotes else None


def _span_of(gold: Value | None, read: Value | None, shape: Value) -> Span | None:
    """Where an incident is told: the gold's first figure, else the read incident's first claim."""
    for value in (*(gold or {}).get("tolls", ()), *(gold or {}).get("counts", ())):
        if value.get("span"):
            return Span(*value["span"])
    return _quote(read, shape) if read else None
