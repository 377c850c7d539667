"""The summary sentence of an incident, from its findings only."""

from typing import Final

from onrecord.model.codes import IncidentType, Weapon
from onrecord.model.incident import Finding, Toll
from onrecord.model.values import Actor, Place, Target

NAME_OF: Final[dict[IncidentType, str]] = {
    "armed_clash": "Armed clash",
    "government_regains_territory": "Government regains territory",
    "non_state_actor_overtakes_territory": "Non-state actor overtakes territory",
    "chemical_weapon": "Use of a chemical weapon",
    "air_drone_strike": "Air strike",
    "suicide_bomb": "Suicide bombing",
    "shelling_artillery_missile": "Shelling",
    "remote_explosive_landmine_ied": "Explosion",
    "grenade": "Grenade attack",
    "unspecified_strike": "Strike",
    "sexual_violence": "Sexual violence",
    "attack": "Attack",
    "abduction_forced_disappearance": "Abduction",
    "peaceful_protest": "Peaceful protest",
    "protest_with_intervention": "Protest with intervention",
    "excessive_force_against_protesters": "Excessive force against protesters",
    "violent_demonstration": "Violent demonstration",
    "mob_violence": "Mob violence",
    "agreement": "Agreement",
    "arrests": "Arrests",
    "change_to_group_activity": "Change to a group or its activity",
    "disrupted_weapons_use": "Interception or disrupted use of weapons",
    "headquarters_or_base_established": "Headquarters or base established",
    "looting_property_destruction": "Looting or destruction of property",
    "non_violent_transfer_of_territory": "Non-violent transfer of territory",
    "other": "Event",
    "evacuation_displacement": "Evacuation or displacement",
    "protective_measure": "Protective measure",
}
BY_WEAPON: Final[dict[tuple[IncidentType, Weapon], str]] = {
    ("air_drone_strike", "drone"): "Drone strike",
    ("shelling_artillery_missile", "missile"): "Missile strike",
    ("shelling_artillery_missile", "rocket"): "Rocket fire",
    ("remote_explosive_landmine_ied", "mine"): "Mine explosion",
    ("remote_explosive_landmine_ied", "bomb"): "Bombing",
    ("attack", "firearm"): "Shooting",
    ("attack", "knife"): "Stabbing",
    ("attack", "fire"): "Arson",
}
PEOPLE: Final = frozenset({"civilians", None})  # the tolls tell of them


def summarize(
    kind: IncidentType,
    where: Finding[Place] | None,
    attackers: tuple[Finding[Actor], ...],
    targets: tuple[Finding[Target], ...],
    weapons: tuple[Weapon, ...],
    tolls: tuple[Toll, ...],
) -> str:
    """ "Drone strike on energy installations in Oryol Oblast, Russia: 3 injured"; only what the claims tell."""
    words = next((BY_WEAPON[kind, weapon] for weapon in weapons if (kind, weapon) in BY_WEAPON), NAME_OF[kind])
    aim = next((target.text for target in targets if target.value.kind not in PEOPLE), None)
    if aim:
        words += f" on {aim}"
    if attackers:
        words += f" by {attackers[0].value.name}"
    if where:
        words += f" in {place_words(where.value)}"
    figures = ", ".join(toll_words(toll) for toll in tolls if toll.group == "all")
    return f"{words}: {figures}" if figures else words


def place_words(place: Place) -> str:
    """The place with the units it lies in: "Vardø, Finnmark, Norway"."""
    return ", ".join(dict.fromkeys((place.name, *place.path)))


def toll_words(toll: Toll) -> str:
    """A toll in words: "3 injured", "5–8 killed", "at least 20 killed", "injured: number not stated"."""
    status = toll.status.replace("_", " ")
    if toll.low is not None and toll.high is not None and toll.low != toll.high:
        return f"{toll.low}–{toll.high} {status}"
    if toll.best is not None:
        return f"{toll.best} {status}"
    return f"at least {toll.low} {status}" if toll.low is not None else f"{status}: number not stated"
