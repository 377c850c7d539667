from onrecord.evaluate.quotes import wrong_quotes


def test_a_quote_that_is_not_the_slice_is_told() -> None:
    shape = {"claims": [], "places": [{"start": 0, "end": 3, "text": "Two"}, {"start": 0, "end": 3, "text": "two"}]}
    assert wrong_quotes(shape, "Two died.") == ["record.places[1]: 'two' is not the text at 0:3"]


def test_a_claim_outside_its_sentence_is_told() -> None:
    claim = {"id": "a", "quote": {"start": 4, "end": 8, "text": "died"}, "sentence": {"start": 0, "end": 3}}
    assert wrong_quotes({"claims": [claim]}, "Two died.") == ["claim a: the quote lies outside its sentence"]
