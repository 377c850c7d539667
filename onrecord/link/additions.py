"""Additions: figures that come on top of what was known ("three more bodies", "a wounded man has died")."""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.model.claim import Claim
from onrecord.model.codes import TollStatus
from onrecord.model.document import Document
from onrecord.model.values import TollFigure

# "A man wounded in Friday's strike has died", "died of her injuries in hospital": one more, not one in all.
LATER_DEATH: Final = re.compile(
    r"\b(?:died|dies|dead|succumbed)\b.{0,60}\b(?:of|from|to) (?:his|her|their|the) (?:wounds|injuries)\b"
    r"|\b(?:wounded|injured|hurt)\b[^.]{0,80}\b(?:has|have|had)? ?(?:later |since )?(?:died|dies|succumbed)\b"
    r"|\b(?:died|dies)\b[^.]{0,40}\b(?:in|at) (?:the |an? )?(?:\w+ ){0,2}hospital\b",
    re.IGNORECASE,
)
# "Raising the toll to five", "the number of dead to three": the whole, in a sentence that tells of one more.
WHOLE: Final = re.compile(r"\b(?:toll|number|total|count)\b|\b(?:people|persons) (?:are|have) now\b", re.IGNORECASE)
MAX_LATER_DEATHS: Final = 5  # "twelve died of their wounds" is a toll, not a follow-up


def is_addition(document: Document, status: TollStatus, claims: Iterable[Claim]) -> bool:
    """Whether all these claims of a toll tell of people on top of those known."""
    told = [(claim, claim.value) for claim in claims if isinstance(claim.value, TollFigure)]
    return bool(told) and all(_adds(document, status, claim, figure) for claim, figure in told)


def _adds(document: Document, status: TollStatus, claim: Claim, figure: TollFigure) -> bool:
    best = figure.quantity.best
    if figure.relation == "addition" or figure.quantity.more:
        return True
    if WHOLE.search(claim.quote.text_in(document.text)):
        return False
    few = best is not None and best <= MAX_LATER_DEATHS
    return status == "killed" and few and bool(LATER_DEATH.search(claim.sentence.text_in(document.text)))
