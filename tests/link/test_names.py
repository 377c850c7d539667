"""Rare names: what two reports of one happening know each other by."""

from onrecord.link.names import rare_names


def test_names_side_by_side_count_together_and_alone() -> None:
    found = rare_names("Laila Orvan was shot in the 4100 block of Vesta Street, police in Ardel said.")
    assert found[0] == "4100 block"
    assert {"laila orvan", "orvan", "vesta", "ardel"} <= set(found)


def test_titles_weekdays_and_institutions_are_no_names() -> None:
    assert rare_names("The Defense Ministry said on Tuesday. Police Officer. President. City Hospital.") == ()


def test_a_word_that_the_text_also_writes_small_is_no_name() -> None:
    assert "shelling" not in rare_names("Shelling hit Ardel. The shelling went on.")


def test_possessives_and_case_are_folded() -> None:
    assert "orvan" in rare_names("In ORVAN's house")
    assert "orvan" in rare_names("In Orvan’s house")


def test_a_capital_at_the_start_of_a_sentence_alone_is_no_name() -> None:
    assert rare_names("Fishermen fled. Drivers were hurt.") == ()
    assert "zorin" in rare_names("Zorin fled. They found Zorin later.")
    assert "laila orvan" in rare_names("Laila Orvan fled.")


def test_names_come_as_the_text_comes_to_them() -> None:
    found = [name for name in rare_names("Near Zorin and Ardel and Belin") if " " not in name]
    assert found == ["zorin", "ardel", "belin"]
