"""Types: the code of the contract for a telling, from its triggers, the weapons and those who act and suffer."""

from typing import Final

from onrecord.model.codes import FAMILY_OF, IncidentType, Weapon
from onrecord.read.events_telling import Telling
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
BLASTS: Final = frozenset({"remote_explosive_landmine_ied"})
FIGHTERS: Final = frozenset(
    {
        *("state_forces", "rebel_group", "political_militia", "external_forces", "identity_militia"),
        *("positions", "unidentified", "guards"),
    }
)
STATE: Final = frozenset({"state_forces", "external_forces"})


def decide_type(telling: Telling) -> IncidentType:
    """The type of a telling: the most specific trigger, the means where it leaves them open, then who fought whom."""
    kind = _by_triggers(telling)
    if kind == "non_state_actor_overtakes_territory" and telling.sides.acting & STATE:
        return "government_regains_territory"
    if kind not in BY_MEANS:
        return kind
    means = _means(telling)
    if kind == "remote_explosive_landmine_ied":
        return _explosion(telling, means)
    if _is_fight(kind, telling, means):
        return "armed_clash"
    if means:
        return means
    if kind == "unspecified_strike" and "firearm" in telling.weapons:
        return "attack"  # "was struck by a bullet"
    if kind == "attack" and "rioters" in telling.sides.acting:
        return "mob_violence"
    return "attack" if kind == "armed_clash" else kind


def _means(telling: Telling) -> IncidentType | None:
    """The type that the weapons stand for, None where they leave it open."""
    found = next((kind for weapon, kind in TYPE_OF_WEAPON.items() if weapon in telling.weapons), None)
    if telling.airborne and found in (None, "remote_explosive_landmine_ied"):
        return "air_drone_strike"
    return "shelling_artillery_missile" if found is None and telling.heavy else found


def _by_triggers(telling: Telling) -> IncidentType:
    """The type that the words alone stand for: the highest rank, then the order above."""
    if telling.has("abduction_forced_disappearance") and any(trigger.harm for trigger in telling.triggers):
        return "attack"  # those taken were hurt or killed: ACLED's rule
    if telling.has("sexual_violence"):
        return "sexual_violence"
    measures = [trigger for trigger in telling.triggers if FAMILY_OF[trigger.type] == "civil_protection"]
    hurt = any(trigger.harm and trigger.kind == "verb" for trigger in telling.triggers)
    if measures and measures[0].kind == "phrase" and not hurt:
        return measures[0].type  # "to secure their windows against further strikes"
    standing = [t for t in telling.standing if not (hurt and t in measures)] or list(telling.standing)
    top = max(trigger.rank for trigger in standing)
    rows = [trigger for trigger in standing if trigger.rank == top]
    return min(rows, key=lambda trigger: (_order(trigger.type), trigger.first)).type


def _order(kind: IncidentType) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def _explosion(telling: Telling, means: IncidentType | None) -> IncidentType:
    """A bombing or an explosion: placed, unless the telling names what fell, or a state did it from afar."""
    if telling.has("armed_clash", 3):
        return "armed_clash"
    if means:
        return means
    if "firearm" in telling.weapons and all(_goes_off(telling, t) for t in telling.standing if t.type in BLASTS):
        return "attack"  # "the gun went off"
    from_afar = telling.sides.acting & STATE or any(_hits_a_place(telling, index) for index in telling.acts)
    return "unspecified_strike" if from_afar else "remote_explosive_landmine_ied"


def _goes_off(telling: Telling, trigger: Trigger) -> bool:
    return telling.sentence.tokens[trigger.head].lemma.lower() == "go"


def _hits_a_place(telling: Telling, index: int) -> bool:
    """True for "the bombing of the city of Arlen", "bombings on Arlen": a whole place is hit, not a spot in it."""
    sentence = telling.sentence
    places = {head.index for m in telling.mentions if m.label == "PLACE" and (head := sentence.at(m.span)) is not None}
    return any(
        kid.index in places
        for prep in sentence.kids(sentence.tokens[index], "prep")
        if prep.lower in ("of", "on", "against")
        for kid in sentence.kids(prep, "pobj")
    )


def _is_between(telling: Telling, trigger: Trigger) -> bool:
    """True for "fighting between the two clans": both sides fight, whoever they are."""
    token = telling.sentence.tokens[trigger.head]
    names_a_fight = trigger.type == "armed_clash" and token.pos in ("NOUN", "PROPN")
    return names_a_fight and any(kid.lower == "between" for kid in telling.sentence.kids(token, "prep"))


def _is_fight(kind: IncidentType, telling: Telling, means: IncidentType | None) -> bool:
    """True where the armed fight the armed: a clash by name, or an attack on those who bear arms."""
    if telling.has("armed_clash", 3) or any(_is_between(telling, trigger) for trigger in telling.triggers):
        return True
    if means and "firearm" not in telling.weapons:
        return False
    if telling.sides.suffering & FIGHTERS:
        return kind in ("attack", "armed_clash")
    return kind == "armed_clash" and not telling.sides.unarmed
