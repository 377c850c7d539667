"""Two sides' figures of one incident stand side by side: neither vanishes from the bounds."""

from onrecord.pipeline import Reader
from tests.reports import read_shape

TEXT = (
    "A strike hit the market of Narvik on Tuesday. The Norwegian health ministry said nine people were killed.\n"
    "The Swedish army said two people were killed in the strike."
)


def test_the_bounds_of_a_contested_toll_hold_both_figures(reader: Reader) -> None:
    (incident,) = read_shape(reader, TEXT)["incidents"]
    (toll,) = incident["tolls"]
    assert toll["contested"]
    assert (toll["low"], toll["high"]) == (2, 9)
    assert len(toll["claims"]) == 2
