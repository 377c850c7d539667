import pytest

from onrecord.read.truecase import is_upper_case, restore_case
from tests.parsing import parser


@pytest.mark.parametrize(
    ("words", "want"),
    [
        ("THE ARMY LEFT LIMA.", "The army left Lima."),
        ("TWO SOLDIERS DIED IN BRACKVILLE ON 3 MAY.", "Two soldiers died in Brackville on 3 May."),
        ("IT MAY MARCH ON MONDAY.", "It may march on Monday."),
        ("THE SHINING PATH LEFT; THE SHINING SEA ROSE.", "The Shining Path left; the shining sea rose."),
        ("MEN OF THE PATRIOTIC FRONT STOOD IN FRONT.", "Men of the Patriotic Front stood in front."),
        ("AN ELECTRIC POLE FELL IN POLAND.", "An electric pole fell in Poland."),
        ("THE FARC ATTACKED U.S. TROOPS IN PERU", "The FARC attacked U.S. troops in Peru"),
    ],
)
def test_case_is_restored(words: str, want: str) -> None:
    assert restore_case(words, parser().knows) == want


def test_only_a_text_in_capitals_throughout_is_upper_case() -> None:
    assert is_upper_case("THE ARMY OF NORTHLAND SAID TODAY THAT TWO OF ITS SOLDIERS HAD BEEN KILLED")
    assert not is_upper_case("The army of Northland said today that two of its soldiers had been killed")
    assert not is_upper_case("UN")
