"""One incident across reports in plain words, and what changed between two days."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from onrecord.export.incidents import day_words, toll_words
from onrecord.export.words import code_words, figure_words

STEP_WORDS: Final = {
    "first": "first told",
    "up": "risen",
    "down": "fallen",
    "retracted": "taken back",
    "contested": "contested",
}
CHANGE_WORDS: Final = {
    "new": "new",
    "gone": "gone",
    "merged": "merged",
    "split": "split",
    "risen": "risen",
    "fallen": "fallen",
    "retracted": "taken back",
    "stated": "first stated",
}


def incident_lines(shown: dict[str, Any]) -> Iterator[str]:
    """The whole incident: tolls by every rule, their course, the reports, the claims, and why they were joined."""
    where = shown["where"]
    yield shown["summary"]
    yield f"id {shown['id']}"
    yield f"When: {day_words(shown['when'])}"
    yield f"Where: {', '.join(where['path']) if where else 'not stated'}"
    yield ""
    yield from _tolls(shown)
    yield from _course(shown)
    yield from _reports(shown)
    yield from _claims(shown)
    yield from _joined(shown)


def diff_lines(found: Iterable[Any]) -> Iterator[str]:
    """A line a change; `found` are Differences."""
    count = 0
    for count, one in enumerate(found, start=1):  # noqa: B007 - the last count is told
        yield f"{CHANGE_WORDS[one.change]:<12} {one.summary}{_from_to(one)}"
        yield f"{'':<12} id {one.incident}"
    if not count:
        yield "Nothing changed."


def _from_to(one: Any) -> str:  # noqa: ANN401 - a Difference of the hallway, which this room does not know
    if one.status is None:
        return f" ({len(one.before)} to {len(one.after)})" if one.change in ("merged", "split") else ""
    before = figure_words(*one.before) if one.before else "not stated"
    after = figure_words(*one.after) if one.after else "not stated"
    return f"\n{'':<12} {code_words(one.status)}: {before} → {after}"


def _tolls(shown: dict[str, Any]) -> Iterator[str]:
    if not shown["tolls"]:
        yield "Tolls: not stated"
        yield ""
        return
    yield "Tolls, by rule:"
    for rule, tolls in shown["tolls_by_rule"].items():
        voices = max((toll["voices"] for toll in tolls if toll["group"] == "all"), default=0)
        contested = ", contested" if any(toll["contested"] for toll in tolls) else ""
        yield f"  {rule:<8} {toll_words({'tolls': tolls})}  [{_count(voices, 'independent voice')}{contested}]"
    groups = [toll for toll in shown["tolls"] if toll["group"] != "all"]
    for toll in groups:
        figure = figure_words(toll["low"], toll["best"], toll["high"])
        yield f"  of them {code_words(toll['group'])}: {figure} {code_words(toll['status'])}"
    yield ""


def _course(shown: dict[str, Any]) -> Iterator[str]:
    if shown["course"]:
        yield f"Course of the toll (rule {shown['rule']}):"
    for step in shown["course"]:
        if step["group"] == "all":
            now = figure_words(step["low"], step["best"], step["high"])
            kind, status = STEP_WORDS[step["kind"]], code_words(step["status"])
            day = step["day"] or "no day    "
            yield f"  {day}  {status} {kind}: {now}  (“{step['figure']}”, {step['said_by']})"
    if shown["course"]:
        yield ""


def _reports(shown: dict[str, Any]) -> Iterator[str]:
    yield f"{_count(len(shown['reports']), 'report')} of {_count(shown['outlets'], 'outlet')}:"
    for report in shown["reports"]:
        beside = "" if report["leads"] else "  (in the background)" if report["background"] else "  (beside another)"
        name = report["title"] or report["url"] or report["document"]
        yield f"  {report['published'] or 'no day    '}  {report['outlet'] or 'outlet not stated'}: {name}{beside}"
        yield from (f"    not read: {reason}" for reason in report["failures"])
    yield ""


def _claims(shown: dict[str, Any]) -> Iterator[str]:
    """Each sentence once, with the claims that it makes."""
    yield "Claims, sentence by sentence:"
    before = None
    for claim in shown["all_claims"]:
        here = claim["document"], claim["sentence"], claim["voice"]
        if here != before:
            yield f"  {claim['sentence']}"
            seen = f"first seen {claim['first_seen']}, last {claim['last_seen'] or 'not known'}"
            yield f"    {claim['voice']} ({claim['document']}, {seen})"
        before = here
        corrected = f", corrected by {claim['corrected_by']}" if claim["corrected_by"] else ""
        yield f"    {code_words(claim['slot']):<10} “{claim['quote']}”  [claim {claim['id']}{corrected}]"
    yield ""


def _joined(shown: dict[str, Any]) -> Iterator[str]:
    if shown["joined"]:
        yield "Why these reports are one incident:"
    for edge in shown["joined"]:
        yield f"  {' and '.join(edge['documents'])}: score {edge['score']:+.1f}"
        yield from (f"      {reason}" for reason in edge["reasons"])
    for judged in shown["judged"]:
        yield f"  Judged {judged['verdict']} by {judged['by']} at {judged['at']}: {judged['why']}"
    for one in shown["corrected"]:
        said = f"“{one['words']}” ({one['document']}) {one['now']}"
        yield f"  Corrected: {said}, by {one['by']} at {one['at']}: {one['why']}"
    if shown["doubts"]:
        yield "Perhaps the same as:"
    for doubt in shown["doubts"]:
        name = doubt["summary"] or "a report in the background"
        yield f"  {name} (id {doubt['incident']}, score {doubt['score']:+.1f})"
        yield from (f"      {reason}" for reason in doubt["reasons"])


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
