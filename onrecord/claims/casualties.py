"""Casualties: how many people, of whom, with what harm, in the words of one sentence."""

from dataclasses import dataclass

from onrecord.model.codes import Modality, SetAsideReason, TollStatus
from onrecord.model.document import Span
from onrecord.model.reading import Reading
from onrecord.model.values import TollFigure


@dataclass(frozen=True, slots=True)
class Casualty:
    """A toll as one sentence tells it. `anchor` is the token that tells the harm ("killed", "dead", "injuries")."""

    quote: Span
    sentence: int
    anchor: int
    status: TollStatus
    figure: TollFigure
    modality: Modality = "asserted"
    set_aside: SetAsideReason | None = None


def find_casualties(reading: Reading) -> tuple[Casualty, ...]:
    """The casualties that the parsed sentences of a reading tell, in text order."""
    return ()
