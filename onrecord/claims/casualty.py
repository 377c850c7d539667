"""A casualty: a toll as one sentence tells it."""

from dataclasses import dataclass

from onrecord.model.codes import Modality, SetAsideReason, TollStatus
from onrecord.model.document import Span
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
