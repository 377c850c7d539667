import pytest

from onrecord.model.names import same_listed


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("nils", "nils per lund", True),
        ("hameed berg", "hamid berg", True),
        ("nils lund", "lund", True),
        ("ole bin berg", "bin berg", True),
        ("nils lund", "per lund", False),
        ("nils ole lund", "ole lund", False),  # a son bears his father's name behind his own
        ("ali lund", "ola lund", False),
        ("", "nils lund", False),
    ],
)
def test_one_person_under_two_names(left: str, right: str, *, same: bool) -> None:
    assert same_listed(left, right) == same
    assert same_listed(right, left) == same
