"""What holds for every report, whatever it says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.texts import conflict_reports, mixed_reports
from onrecord.evaluate.quotes import wrong_quotes
from onrecord.pipeline import Reader
from tests.reports import make_document, shape_of


def opening(text: str) -> str:
    """The first paragraphs: the reports of the benchmark are long."""
    return "\n".join(text.split("\n")[:3])


CONFLICT = [opening(text) for text in conflict_reports(40, seed=7)]
OTHER = [opening(text) for text in mixed_reports(40, seed=11)]
reports = st.sampled_from(CONFLICT)
batches = st.lists(st.sampled_from([*CONFLICT, *OTHER]), min_size=2, max_size=5, unique=True)
few = settings(
    max_examples=8, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@few
@given(text=reports)
def test_every_quote_is_the_slice_of_its_text(reader: Reader, text: str) -> None:
    assert wrong_quotes(shape_of(reader.read(make_document(text))), text) == []


@few
@given(text=reports)
def test_reading_twice_gives_equal_records(reader: Reader, text: str) -> None:
    document = make_document(text)
    assert reader.read(document) == reader.read(document)


def test_a_new_reader_gives_equal_records(reader: Reader) -> None:
    document = make_document(CONFLICT[0])
    assert Reader(full=True).read(document) == reader.read(document)


@few
@given(texts=batches, data=st.data())
def test_the_order_of_documents_changes_no_record(reader: Reader, texts: list[str], data: st.DataObject) -> None:
    documents = [make_document(text) for text in texts]
    shuffled = data.draw(st.permutations(documents))
    key = {record.document.id: record for record in reader.read_many(shuffled)}
    assert [key[document.id] for document in documents] == list(reader.read_many(documents))


@few
@given(texts=batches)
def test_a_batch_of_one_equals_a_batch_of_many(reader: Reader, texts: list[str]) -> None:
    documents = [make_document(text) for text in texts]
    assert [reader.read(document) for document in documents] == list(reader.read_many(documents))


@few
@given(text=reports, other=st.sampled_from(OTHER))
def test_an_unrelated_document_changes_no_incident(reader: Reader, text: str, other: str) -> None:
    together = list(reader.read_many([make_document(other), make_document(text)]))
    assert together[1].incidents == reader.read(make_document(text)).incidents


@few
@given(text=reports)
def test_every_claim_of_a_value_is_on_the_record(reader: Reader, text: str) -> None:
    shape = shape_of(reader.read(make_document(text)))
    known = {claim["id"] for claim in shape["claims"]}
    for incident in shape["incidents"]:
        values = [incident["when"], incident["where"], *incident["attackers"], *incident["targets"]]
        for value in filter(None, [*values, *incident["tolls"], *incident["counts"]]):
            assert value["claims"]
            assert known.issuperset(value["claims"])


@few
@given(text=reports)
def test_the_bounds_of_a_toll_are_in_order(reader: Reader, text: str) -> None:
    shape = shape_of(reader.read(make_document(text)))
    for toll in [*(t for i in shape["incidents"] for t in i["tolls"]), *shape["totals"]]:
        stated = [toll[key] for key in ("low", "best", "high") if toll[key] is not None]
        assert stated == sorted(stated), toll
