"""A claim: one voice says one thing about one happening, in these words, at this place in this report."""

from dataclasses import dataclass

from onrecord.model.codes import Hedge, Modality, SetAsideReason, Slot, StatementKind
from onrecord.model.document import Span
from onrecord.model.values import Source, TollFigure, Value


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a claim: the words that name the source, what they resolve to, the cue, the channel, the chain.

    `chain` names who relayed it, outermost first, without the outlet itself.
    """

    span: Span | None
    source: Source
    cue: Span | None
    channel: str | None = None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """The atom of the record. `voice` None is the outlet's own voice; `value` None is "said, not understood".

    `event_mention_id` is None where the claim belongs to a total or a statement.
    """

    id: str
    document_id: str
    event_mention_id: str | None
    slot: Slot
    quote: Span
    sentence: Span
    voice: Voice | None
    modality: Modality
    hedge: Hedge | None
    value: Value | None
    origin: str  # component@version

    @property
    def about_enemy(self) -> bool:
        """Whether a party speaks of another party's people: kept apart from other voices, by the words alone."""
        party = self.value.party if isinstance(self.value, TollFigure) else None
        speaker = self.voice.source.party if self.voice else None
        return party is not None and speaker is not None and party != speaker


@dataclass(frozen=True, slots=True)
class Statement:
    """Words, not acts: an accusation, a denial, a threat."""

    kind: StatementKind
    voice: Voice | None
    target: str | None
    quote: Span
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was read, understood, and left out of the record, with the reason."""

    quote: Span
    reason: SetAsideReason
