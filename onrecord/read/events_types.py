"""Types: the code of the contract for a telling, from its triggers, the weapons and those who act and suffer."""

from dataclasses import dataclass
from typing import Final

from onrecord.model.codes import IncidentType, Weapon
from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.roles import role_of
from onrecord.model.values import WeaponUse
from onrecord.read.events_sides import Sides, find_sides
from onrecord.read.events_triggers import Trigger

# Of the types that the triggers of one telling stand for, the first of this order names the act.
ORDER: Final[tuple[IncidentType, ...]] = (
    "chemical_weapon",
    "suicide_bomb",
    "sexual_violence",
    "disrupted_weapons_use",
    "air_drone_strike",
    "shelling_artillery_missile",
    "grenade",
    "armed_clash",
    "government_regains_territory",
    "non_state_actor_overtakes_territory",
    "remote_explosive_landmine_ied",
    "mob_violence",
    "abduction_forced_disappearance",
    "unspecified_strike",
    "attack",
)
TYPE_OF_WEAPON: Final[dict[Weapon, IncidentType]] = {
    "drone": "air_drone_strike",
    "aerial_bomb": "air_drone_strike",
    "missile": "shelling_artillery_missile",
    "artillery": "shelling_artillery_missile",
    "rocket": "shelling_artillery_missile",
    "grenade": "grenade",
    "mine": "remote_explosive_landmine_ied",
    "bomb": "remote_explosive_landmine_ied",
}
BY_MEANS: Final = frozenset({"attack", "unspecified_strike", "armed_clash", "remote_explosive_landmine_ied"})
FIGHTERS: Final = frozenset(
    {
        *("state_forces", "rebel_group", "political_militia", "external_forces", "identity_militia"),
        *("positions", "unidentified", "guards"),
    }
)
STATE: Final = frozenset({"state_forces", "external_forces"})


@dataclass(frozen=True, slots=True)
class Telling:
    """The telling of one act: its triggers, the weapons that it names, who acts and who suffers."""

    triggers: tuple[Trigger, ...]
    weapons: frozenset[Weapon]
    heavy: bool  # a gun that shells rather than shoots: "heavy machine guns"
    sides: Sides
    airborne: bool = False  # those who act fly: "the air force", "military aircraft"

    def has(self, kind: IncidentType, rank: int = 0) -> bool:
        """True where a trigger of at least this rank stands for the type."""
        return any(trigger.type == kind and trigger.rank >= rank for trigger in self.triggers)

    @property
    def means(self) -> IncidentType | None:
        """The type that the weapons stand for, None where they leave it open."""
        found = next((kind for weapon, kind in TYPE_OF_WEAPON.items() if weapon in self.weapons), None)
        if self.airborne and found in (None, "remote_explosive_landmine_ied"):
            return "air_drone_strike"
        return "shelling_artillery_missile" if found is None and self.heavy else found

    @property
    def by_hand(self) -> bool:
        """True where shots were fired from near: small arms, not heavy guns alone."""
        return "firearm" in self.weapons


def decide_type(
    sentence: Sentence, group: list[Trigger], tokens: tuple[int, ...], mentions: tuple[Mention, ...]
) -> IncidentType:
    """The type of a telling: the most specific trigger, the means where it leaves them open, then who fought whom."""
    telling = make_telling(sentence, group, tokens, mentions)
    kind = _by_triggers(telling)
    if kind not in BY_MEANS:
        return kind
    if kind == "remote_explosive_landmine_ied":
        return _explosion(telling)
    if _is_fight(kind, telling):
        return "armed_clash"
    if telling.means:
        return telling.means
    if kind == "armed_clash":
        return "attack"
    if kind == "attack" and "rioters" in telling.sides.acting:
        return "mob_violence"
    return kind


def make_telling(
    sentence: Sentence, group: list[Trigger], tokens: tuple[int, ...], mentions: tuple[Mention, ...]
) -> Telling:
    """The telling of a group of triggers that share the given tokens."""
    inside = frozenset(tokens)
    acts = frozenset(trigger.head for trigger in group)
    weapons: set[Weapon] = set()
    heavy = False
    for mention in mentions:
        head = sentence.at(mention.span)
        if isinstance(mention.value, WeaponUse) and head is not None and head.index in inside:
            if sentence.within(mention.span)[0].lower == "heavy":
                heavy = True
            else:
                weapons.add(mention.value.weapon)
    airborne = any(_flies(sentence, sentence.tokens[index]) for index in tokens)
    sides = find_sides(sentence, acts, tokens, mentions)
    return Telling(tuple(group), frozenset(weapons), heavy, sides, airborne)


def _flies(sentence: Sentence, token: Token) -> bool:
    """True for "air force" and "aircraft" as those who act."""
    lemma = token.lemma.lower()
    flying = lemma in ("aircraft", "plane", "airplane", "helicopter") or (
        lemma == "force" and any(kid.lower == "air" for kid in sentence.kids(token))
    )
    role = role_of(sentence, token) if flying else None
    return role is not None and role.relation == "agent"


def _by_triggers(telling: Telling) -> IncidentType:
    """The type that the words alone stand for: the highest rank, then the order above."""
    if telling.has("abduction_forced_disappearance") and any(trigger.harm for trigger in telling.triggers):
        return "attack"  # those taken were hurt or killed: ACLED's rule
    if telling.has("sexual_violence"):
        return "sexual_violence"
    top = max(trigger.rank for trigger in telling.triggers)
    rows = [trigger for trigger in telling.triggers if trigger.rank == top]
    return min(rows, key=lambda trigger: (_order(trigger.type), trigger.first)).type


def _order(kind: IncidentType) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def _explosion(telling: Telling) -> IncidentType:
    """A bombing or an explosion: placed, unless the telling names what fell, or a state did it from afar."""
    if telling.has("armed_clash", 3):
        return "armed_clash"
    if telling.means:
        return telling.means
    return "unspecified_strike" if telling.sides.acting & STATE else "remote_explosive_landmine_ied"


def _is_fight(kind: IncidentType, telling: Telling) -> bool:
    """True where the armed fight the armed: a clash by name, or an attack on those who bear arms."""
    if telling.has("armed_clash", 3):
        return True
    if telling.means and not telling.by_hand:
        return False
    if telling.sides.suffering & FIGHTERS:
        return kind in ("attack", "armed_clash")
    return kind == "armed_clash" and not telling.sides.unarmed
