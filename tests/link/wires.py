"""Made-up wires and their reprints, for the tests and the benchmark of copies. The same seed gives the same wires."""

import random
from typing import Final

ONSETS: Final = (
    "b",
    "br",
    "c",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "tr",
)
RHYMES: Final = (
    "an",
    "ar",
    "el",
    "en",
    "er",
    "il",
    "in",
    "ir",
    "ol",
    "on",
    "or",
    "un",
    "ur",
    "as",
    "es",
    "is",
    "os",
    "us",
)
BACKGROUND: Final = (
    "The two sides have fought over the valley since the harvest of last year and neither has kept a truce for long.",
    "The war began when the old council fell and the hill towns refused to pay the new tax.",
)
FRAMES: Final = (
    "A {0} hit the {1} of {P} {2} and the {3} near the {4} {5} while the {6} {7}, {8} {9} said in {Q}.",
    "{8} {9} told the {0} of {P} that {N} people were {1} {2} when a {3} {4} the {5} close to {Q}.",
    "In {P}, where {N} houses {0} {1}, the {2} asked for {3} and {4}, and said the {5} {6} had {7} {8}.",
    "The {0} {1} was {2} by {3} from {P} after {N} hours of {4}, according to the {5} {6} of {Q}.",
    "Nobody {0} the {1} on the road to {P}, {8} said, but {N} {2} {3} {4} {5} under the {6} and {7}.",
)


def word(rng: random.Random) -> str:
    """A made-up word of two or three syllables: the vocabulary is as wide as that of news."""
    return "".join(rng.choice(ONSETS) + rng.choice(RHYMES) for _ in range(rng.choice((2, 2, 3))))


def wire(rng: random.Random, sentences: int = 14) -> list[str]:
    """A wire as its sentences; some share the background that every wire carries."""
    made = [sentence(rng) for _ in range(sentences)]
    return [*made, *BACKGROUND] if rng.random() < 0.5 else made


def sentence(rng: random.Random) -> str:
    """One made-up sentence of about twenty words; frames recur as phrases of news do."""
    places = {"P": word(rng).title(), "Q": word(rng).title(), "N": str(rng.randint(2, 90))}
    return rng.choice(FRAMES).format(*(word(rng) for _ in range(10)), **places)


def reprint(rng: random.Random, sentences: list[str]) -> str:
    """The wire under another headline, with another first sentence, cut to between a half and all of the rest."""
    kept = sentences[1 : rng.randint(len(sentences) // 2, len(sentences))]
    headline = f"{word(rng).title()}: what we know of the {word(rng)}"
    return "\n".join([headline, sentence(rng), *kept])
