"""Adding and linking: reports of one happening become one incident, whatever order they come in."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.export.incident_text import incident_lines
from onrecord.ledger.adding import add_records, link, rebuild
from onrecord.ledger.asking import Question, open_view
from onrecord.ledger.showing import show
from onrecord.model.document import Failure
from onrecord.model.incident import Record
from onrecord.model.ledger import Anchor, Clocks, Judgment
from onrecord.store.connect import open_for_reading
from onrecord.store.derived import Wanted
from onrecord.store.ledger import Ledger
from onrecord.store.verify import verify_ledger
from tests.factory import BETTER_READER, READER, Said, Told, day, document, place, record

NOON = "2031-03-05T12:00:00Z"
LATER = "2031-03-09T12:00:00Z"
ARDEL, BELIN = place("Ardel"), place("Belin", lat=51.5, lon=33.0)
SENTENCE = "A drone strike killed {number} people at a {target} in {town} on {day}, {by} said."


def report(
    number: int, by: str, published: str, town: str = "Ardel", on: str = "2031-03-04", target: str = "hospital"
) -> Record:
    words = SENTENCE.format(number=number, target=target, town=town, day=on, by=by)
    told = Told(
        "drone strike",
        when=(on, day(on)),
        where=(town, ARDEL if town == "Ardel" else BELIN),
        tolls=(Said(f"killed {number} people", "killed", number, by=by),),
        target=(target, target),
        weapon=("drone", "drone"),
    )
    return record(document(words, published, outlet=f"The {by} Post"), told)


STORY = [
    report(2, "the mayor", "2031-03-04"),
    report(5, "the governor", "2031-03-05"),
    report(5, "a medic", "2031-03-05"),
    report(3, "the mayor", "2031-03-05", town="Belin"),  # another town on the same day
    report(4, "the governor", "2031-03-09", on="2031-03-08"),  # the same town on another day
    report(4, "a witness", "2031-03-05", target="market"),  # the same town and day, another target
]


def add(path: Path, *records: Record, now: str = NOON, reader: Any = READER) -> None:
    with Ledger(path, now) as ledger:
        list(add_records(ledger, records, reader))


def incidents(path: Path, question: Question | None = None) -> list[dict[str, Any]]:
    question = question or Question()
    with open_view(path, question.clocks) as view:
        return list(view.incidents(question))


def groups(path: Path) -> set[frozenset[str]]:
    return {frozenset(incident["documents"]) for incident in incidents(path)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def ids(*numbers: int) -> frozenset[str]:
    return frozenset(STORY[number].document.id for number in numbers)


def test_reports_of_one_strike_are_one_incident_and_look_alikes_are_not(path: Path) -> None:
    add(path, *STORY)
    assert groups(path) == {ids(0, 1, 2), ids(3), ids(4), ids(5)}


def test_the_order_of_documents_is_nothing(tmp_path: Path) -> None:
    source = random.Random(3)
    want = None
    for number in range(50):
        path = tmp_path / f"{number}.db"
        shuffled = source.sample(STORY, len(STORY))
        cut = source.randrange(len(STORY))
        add(path, *shuffled[:cut])
        add(path, *shuffled[cut:])
        want = want or incidents(path)
        assert incidents(path) == want


def test_linking_bit_by_bit_is_linking_at_once(tmp_path: Path) -> None:
    for one in STORY:
        add(tmp_path / "bits.db", one)
    add(tmp_path / "once.db", *STORY)
    want = incidents(tmp_path / "once.db")
    assert incidents(tmp_path / "bits.db") == want
    with Ledger(tmp_path / "bits.db", NOON) as ledger:
        rebuild(ledger)
    assert incidents(tmp_path / "bits.db") == want


def test_an_unrelated_document_changes_no_incident(path: Path) -> None:
    add(path, *STORY)
    before = incidents(path)
    add(path, report(9, "a monitor", "2031-07-01", town="Belin", on="2031-07-01"))
    assert [incident for incident in incidents(path) if incident in before] == before


def test_adding_again_changes_nothing(path: Path) -> None:
    add(path, *STORY)
    before = incidents(path)
    add(path, *STORY, now=LATER)
    assert incidents(path) == before


def test_any_members_id_leads_to_the_incident(path: Path) -> None:
    add(path, *STORY)
    with open_view(path) as view:
        for one in STORY[:3]:
            for handle in (one.incidents[0].id, one.incidents[0].event_mentions[0], one.claims[0].id):
                assert view.resolve(handle) == STORY[0].incidents[0].id


def test_the_incidents_id_stays_when_reports_come_later(path: Path) -> None:
    add(path, STORY[0])
    (first,) = incidents(path)
    add(path, *STORY)
    assert first["id"] in {incident["id"] for incident in incidents(path)}


def judgment(left: Record, right: Record, verdict: Any, name: str = "j1", at: str = LATER) -> Judgment:
    anchors = [
        Anchor(one.document.id, one.claims[0].quote, one.claims[0].quote.text_in(one.document.text), mention)
        for one in (left, right)
        for mention in one.incidents[0].event_mentions
    ]
    return Judgment(name, anchors[0], anchors[1], verdict, "by hand", "R. Editor", at)


def judge(path: Path, *said: Judgment) -> None:
    for one in said:
        with Ledger(path, one.judged_at) as ledger:
            ledger.judge(one)
            link(ledger)


def test_different_cuts_and_same_joins(path: Path) -> None:
    add(path, *STORY)
    judge(path, judgment(STORY[0], STORY[1], "different"), judgment(STORY[0], STORY[5], "same", "j2"))
    assert {frozenset(group) for group in groups(path)} >= {ids(3), ids(4)}
    together = [group for group in groups(path) if STORY[0].document.id in group]
    assert STORY[1].document.id not in together[0]
    assert STORY[5].document.id in together[0]


def test_the_latest_judgment_of_a_pair_stands(path: Path) -> None:
    add(path, *STORY)
    before = groups(path)
    judge(path, judgment(STORY[0], STORY[1], "different"), judgment(STORY[0], STORY[1], "unsure", "j2"))
    assert groups(path) == before


def test_a_judgment_survives_a_better_reader(path: Path) -> None:
    add(path, *STORY)
    judge(path, judgment(STORY[0], STORY[3], "same"))
    anew = [record(one.document, *_told(one), origin="made@2") for one in STORY]
    add(path, *anew, now=LATER, reader=BETTER_READER)
    assert any({STORY[0].document.id, STORY[3].document.id} <= group for group in groups(path))


def _told(one: Record) -> list[Told]:
    """The same tellings under another word for the act, so that no id stays."""
    incident = one.incidents[0]
    assert incident.when
    assert incident.where
    return [Told("A drone strike", when=(incident.when.text, incident.when.value), where=(incident.where.text, ARDEL))]


def test_a_judgment_whose_words_are_gone_is_listed(path: Path) -> None:
    add(path, *STORY)
    judge(path, judgment(STORY[0], STORY[3], "same"))
    add(path, record(STORY[3].document), now=LATER, reader=BETTER_READER)
    with open_view(path) as view:
        assert [one.id for one in view.linker.unanchored()] == ["j1"]


def test_as_of_and_known_by_print_what_was_printed_then(path: Path) -> None:
    printed: dict[Clocks, list[dict[str, Any]]] = {}
    for one in sorted(STORY, key=lambda r: str(r.document.published)):
        published = one.document.published
        assert published
        add(path, one, now=f"{published}T12:00:00Z")
        printed[Clocks(published, f"{published}T23:59:59Z")] = incidents(path)
    judge(path, judgment(STORY[0], STORY[3], "same", at="2031-04-01T12:00:00Z"))
    for clocks, then in printed.items():
        assert incidents(path, Question(clocks=clocks)) == then


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(), 4),
        (Wanted(place="belin"), 1),
        (Wanted(place="vell region"), 4),
        (Wanted(country="xa"), 4),
        (Wanted(country="XB"), 0),
        (Wanted(type="air_drone_strike"), 4),
        (Wanted(type="explosions_remote_violence"), 4),
        (Wanted(first="2031-03-05"), 1),
        (Wanted(last="2031-03-04"), 3),
        (Wanted(killed_min=4), 3),
        (Wanted(killed_min=5), 1),
        (Wanted(text="market"), 1),
        (Wanted(party="somebody"), 0),
        (Wanted(text="50%_'\""), 0),
    ],
)
def test_questions(path: Path, wanted: Wanted, count: int) -> None:
    add(path, *STORY)
    assert len(incidents(path, Question(wanted))) == count


def test_a_rule_is_named_beside_its_tolls(path: Path) -> None:
    add(path, *STORY)
    (incident,) = incidents(path, Question(Wanted(killed_min=2, last="2031-03-04", text="hospital in ardel"), "ibc"))
    assert incident["rule"] == "ibc"
    assert [(toll["low"], toll["best"], toll["high"], toll["voices"]) for toll in incident["tolls"]] == [
        (2, None, 5, 3)
    ]


def test_what_could_not_be_read_of_a_report_is_kept_and_shown(path: Path) -> None:
    failure = Failure("date", "The day of publication is no date: \ud83d soon.", "reports.jsonl:1")
    one = replace(STORY[0], document=replace(STORY[0].document, failures=(failure,)), failures=(failure,))
    add(path, one)
    with open_view(path) as view:
        held = view.linker.held(one.document.id)
        assert held
        assert [kept.reason for kept in held.document.failures] == ["The day of publication is no date: \ufffd soon."]
        lines = list(incident_lines(show(view, one.document.id)))
    assert "    not read: The day of publication is no date: \ufffd soon." in lines
    assert verify_ledger(open_for_reading(path), path).problems == ()
