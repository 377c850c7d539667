"""A telling: one harm word of a sentence with its people."""

from dataclasses import dataclass

from onrecord.claims.casualties_harm_heads import Harm
from onrecord.claims.casualties_sums import People
from onrecord.model.codes import SetAsideReason, TollStatus


@dataclass(frozen=True, slots=True)
class Telling:
    """A harm word with its people: the whole first, then its parts."""

    harm: Harm
    status: TollStatus
    people: tuple[People, ...]
    set_aside: SetAsideReason | None = None

    @property
    def last(self) -> int:
        """The index of its last token."""
        return max(self.harm.anchor.index, *(t.index for people in self.people for t in people.tokens))
