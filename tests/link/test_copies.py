import random

from onrecord.link.copies import CopyIndex, find_copies, shingles
from tests.link.wires import reprint, sentence, wire

WIRES = 1000
MIN_FOUND = 0.98
MAX_FALSE = 0.005


def test_reprints_are_found_and_wires_are_not_mixed_up() -> None:
    rng = random.Random(5)
    wires = [wire(rng) for _ in range(WIRES)]
    index = CopyIndex()
    false = sum(index.add(f"w{n}", "\n".join(w)) is not None for n, w in enumerate(wires))
    answers = [index.add(f"r{n}", reprint(rng, w)) for n, w in enumerate(wires)]
    found = sum(answer == f"w{n}" for n, answer in enumerate(answers))
    wrong = sum(answer not in (None, f"w{n}") for n, answer in enumerate(answers))
    assert found / WIRES >= MIN_FOUND
    assert (false + wrong) / (2 * WIRES) <= MAX_FALSE


def test_the_earliest_is_the_origin() -> None:
    rng = random.Random(6)
    sentences = wire(rng)
    text = "\n".join(sentences)
    documents = [("first", text), ("second", reprint(rng, sentences)), ("third", text)]
    assert find_copies(documents) == {"second": "first", "third": "first"}


def test_short_notes_are_never_copies() -> None:
    assert find_copies([("a", "Two people died in Arvel."), ("b", "Two people died in Arvel.")]) == {}


def test_a_shared_background_makes_no_copy() -> None:
    rng = random.Random(7)
    background = [sentence(rng) for _ in range(4)]
    texts = [[*(sentence(rng) for _ in range(10)), *background] for _ in range(2)]
    assert find_copies([("a", "\n".join(texts[0])), ("b", "\n".join(texts[1]))]) == {}


def test_memory_is_bounded() -> None:
    rng = random.Random(8)
    index = CopyIndex(max_documents=5)
    wires = ["\n".join(wire(rng)) for _ in range(12)]
    for n, text in enumerate(wires):
        assert index.add(f"w{n}", text) is None
    assert len(index) == 5
    assert index.add("again", wires[0]) is None
    assert index.add("last", wires[11]) == "w11"


def test_shingles_do_not_mind_case_and_marks() -> None:
    assert shingles("One two, three four five six.") == shingles("ONE two three “four” five SIX")
    assert len(shingles("too short")) == 0
