"""A telling: the words of one sentence that tell one act, with the weapons, the sides and the dates in them."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from onrecord.model.codes import IncidentType, Weapon
from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.roles import role_of
from onrecord.model.values import WeaponUse
from onrecord.read.events_sides import Sides, find_sides
from onrecord.read.events_triggers import Trigger

HEAVY_ARMS: Final = frozenset({"machine", "gun", "guns", "weapon", "weapons", "weaponry", "arms", "fire", "gunfire"})
HEAVY_MM: Final = 12.7  # guns of this caliber and more reach as far as shells
AIMS: Final = frozenset({"on", "against", "at"})
# They name an act in which nobody is killed or hurt.
YIELDING: Final = frozenset({"arrests", "looting_property_destruction"})
HELD: Final[frozenset[Weapon]] = frozenset({"firearm", "knife", "bomb"})  # what people carry, not what flies


@dataclass(frozen=True)
class Telling:
    """The telling of one act: its triggers, its words, and the mentions in them."""

    sentence: Sentence
    triggers: tuple[Trigger, ...]
    tokens: tuple[int, ...]
    mentions: tuple[Mention, ...]
    armed: dict[int, str]  # the heads of the sentence's words for the armed, with their kind

    def has(self, kind: IncidentType, rank: int = 0) -> bool:
        """True where a trigger of at least this rank stands for the type."""
        return any(trigger.type == kind and trigger.rank >= rank for trigger in self.triggers)

    @property
    def best(self) -> Trigger:
        """The trigger that says most: the highest rank, an act before its harm, then the first in the text."""
        return max(self.standing, key=lambda trigger: (trigger.rank, not trigger.harm, -trigger.first))

    @cached_property
    def standing(self) -> tuple[Trigger, ...]:
        """The triggers without arrests, seizures and destruction where people are hurt in the same act: ACLED's rule.

        "attacked the post, killing five and arresting eight" is no arrest; a drone shot down stays what it is.
        """
        harm = [trigger.rank for trigger in self.triggers if trigger.harm]
        if not harm or (max(harm) == 0 and not self.has("attack", 2)):
            return self.triggers
        kept = tuple(trigger for trigger in self.triggers if not self._yields(trigger))
        return kept if any(trigger.rank > 0 for trigger in kept) else self.triggers

    def _yields(self, trigger: Trigger) -> bool:
        if trigger.type == "disrupted_weapons_use":
            return self.weapons <= HELD
        return trigger.type in YIELDING

    @cached_property
    def acts(self) -> frozenset[int]:
        """The head tokens of the triggers."""
        return frozenset(trigger.head for trigger in self.triggers)

    @cached_property
    def arms(self) -> tuple[tuple[Weapon, bool], ...]:
        """The weapons that are named, each with whether it is a heavy gun, which shells rather than shoots."""
        return tuple(
            (mention.value.weapon, self.sentence.within(mention.span)[0].lower == "heavy")
            for mention in self.mentions
            if isinstance(mention.value, WeaponUse)
        )

    @cached_property
    def weapons(self) -> frozenset[Weapon]:
        return frozenset(weapon for weapon, heavy in self.arms if not heavy)

    @cached_property
    def heavy(self) -> bool:
        if any(heavy for _, heavy in self.arms):
            return True
        words = [self.sentence.tokens[index].lower for index in self.tokens] if "firearm" in self.weapons else []
        return any(_is_heavy(first, second) for first, second in pairwise(words))

    @cached_property
    def sides(self) -> Sides:
        """Who acts and who suffers."""
        return find_sides(self.sentence, self.acts, self.tokens, self.armed)

    @cached_property
    def airborne(self) -> bool:
        """True where those who act fly: "the air force", "military aircraft"."""
        return any(_flies(self.sentence, self.sentence.tokens[index]) for index in self.tokens)

    @cached_property
    def is_armed(self) -> bool:
        """True where arms are in it: a weapon, the armed, harm, a plain act, or an aim ("strikes on the town")."""
        inside = frozenset(self.tokens)
        return (
            bool(self.arms)
            or any(trigger.harm or not trigger.needs_arms for trigger in self.triggers if trigger.rank > 0)
            or any(index in inside for index in self.armed)
            or any(
                kid.lower in AIMS
                for index in self.acts
                for kid in self.sentence.kids(self.sentence.tokens[index], "prep")
            )
        )


def make_telling(
    sentence: Sentence,
    triggers: list[Trigger],
    tokens: tuple[int, ...],
    mentions: tuple[Mention, ...],
    armed: dict[int, str],
) -> Telling:
    """The telling of some triggers of a sentence, with those of the sentence's mentions that lie in its tokens."""
    inside = frozenset(tokens)
    own = tuple(m for m in mentions if (head := sentence.at(m.span)) is not None and head.index in inside)
    return Telling(sentence, tuple(triggers), tokens, own, armed)


def _is_heavy(first: str, second: str) -> bool:
    """True for "14.5 mm", the caliber of a heavy machine gun, and for "heavy guns"; not for a heavy truck."""
    if first == "heavy":
        return second in HEAVY_ARMS
    return second == "mm" and first.replace(".", "", 1).isdigit() and float(first) >= HEAVY_MM


def _flies(sentence: Sentence, token: Token) -> bool:
    """True for "air force" and "aircraft" as those who act."""
    lemma = token.lemma.lower()
    flying = lemma in ("aircraft", "plane", "airplane", "helicopter") or (
        lemma == "force" and any(kid.lower == "air" for kid in sentence.kids(token))
    )
    role = role_of(sentence, token) if flying else None
    return role is not None and role.relation == "agent"
