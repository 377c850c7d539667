"""The code lists of the record, as types. The names follow ACLED's and the contract (version 1)."""

from typing import Final, Literal

Family = Literal[
    "battles",
    "explosions_remote_violence",
    "violence_against_civilians",
    "protests",
    "riots",
    "strategic_developments",
    "civil_protection",
]

IncidentType = Literal[
    "armed_clash",
    "government_regains_territory",
    "non_state_actor_overtakes_territory",
    "chemical_weapon",
    "air_drone_strike",
    "suicide_bomb",
    "shelling_artillery_missile",
    "remote_explosive_landmine_ied",
    "grenade",
    "unspecified_strike",
    "sexual_violence",
    "attack",
    "abduction_forced_disappearance",
    "peaceful_protest",
    "protest_with_intervention",
    "excessive_force_against_protesters",
    "violent_demonstration",
    "mob_violence",
    "agreement",
    "arrests",
    "change_to_group_activity",
    "disrupted_weapons_use",
    "headquarters_or_base_established",
    "looting_property_destruction",
    "non_violent_transfer_of_territory",
    "other",
    "evacuation_displacement",
    "protective_measure",
]

FAMILY_OF: Final[dict[IncidentType, Family]] = {
    "armed_clash": "battles",
    "government_regains_territory": "battles",
    "non_state_actor_overtakes_territory": "battles",
    "chemical_weapon": "explosions_remote_violence",
    "air_drone_strike": "explosions_remote_violence",
    "suicide_bomb": "explosions_remote_violence",
    "shelling_artillery_missile": "explosions_remote_violence",
    "remote_explosive_landmine_ied": "explosions_remote_violence",
    "grenade": "explosions_remote_violence",
    "unspecified_strike": "explosions_remote_violence",
    "sexual_violence": "violence_against_civilians",
    "attack": "violence_against_civilians",
    "abduction_forced_disappearance": "violence_against_civilians",
    "peaceful_protest": "protests",
    "protest_with_intervention": "protests",
    "excessive_force_against_protesters": "protests",
    "violent_demonstration": "riots",
    "mob_violence": "riots",
    "agreement": "strategic_developments",
    "arrests": "strategic_developments",
    "change_to_group_activity": "strategic_developments",
    "disrupted_weapons_use": "strategic_developments",
    "headquarters_or_base_established": "strategic_developments",
    "looting_property_destruction": "strategic_developments",
    "non_violent_transfer_of_territory": "strategic_developments",
    "other": "strategic_developments",
    "evacuation_displacement": "civil_protection",
    "protective_measure": "civil_protection",
}
# The families in which somebody uses force against somebody.
VIOLENT: Final[frozenset[Family]] = frozenset(
    {"battles", "explosions_remote_violence", "violence_against_civilians", "riots"}
)

TollStatus = Literal[
    "killed",
    "injured",
    "killed_or_injured",
    "missing",
    "abducted",
    "captured",
    "arrested",
    "displaced",
    "evacuated",
]
TollGroup = Literal[
    "all",
    "civilians",
    "combatants",
    "children",
    "women",
    "men",
    "elderly",
    "aid_workers",
    "journalists",
    "medics",
    "peacekeepers",
    "police",
    "attackers",
    "unknown",
]
Scope = Literal["incident", "period", "cumulative"]
Revised = Literal["up", "down", "retracted"]
# What a figure is to the toll that quotes it: it sets the number alone, or with others that are added; it agrees; it
# counts some of the people; it stood before a revision; it is another number; or it
# counts people apart, as the attackers among the dead.
Standing = Literal["sets", "adds", "agrees", "part", "earlier", "differs", "apart"]
Hedge = Literal["at_least", "at_most", "about", "range", "vague"]
Modality = Literal["asserted", "negated", "denied", "hypothetical", "future", "historical"]
DatePrecision = Literal["day", "night", "days", "week", "month", "season", "year", "unknown"]
PlacePrecision = Literal["exact", "near", "adm2", "adm1", "region", "country", "sea"]
# How narrow a place of each precision is: 0 is the narrowest.
PLACE_RANK: Final[dict[PlacePrecision, int]] = {
    "exact": 0,
    "near": 1,
    "adm2": 2,
    "adm1": 3,
    "sea": 3,
    "region": 4,
    "country": 5,
}
SourceRole = Literal[
    "party_to_conflict",
    "national_authority",
    "local_authority",
    "emergency_service",
    "medical",
    "police",
    "un_ngo",
    "monitor",
    "witness",
    "expert",
    "media",
    "other",
]
AttackerKind = Literal[
    "state_forces",
    "rebel_group",
    "political_militia",
    "identity_militia",
    "rioters",
    "external_forces",
    "unidentified",
]
Weapon = Literal[
    "drone",
    "missile",
    "rocket",
    "artillery",
    "aerial_bomb",
    "bomb",
    "mine",
    "grenade",
    "firearm",
    "knife",
    "fire",
    "chemical",
    "vehicle",
    "stone",
    "unspecified",
]
StatementKind = Literal["accusation", "denial", "claim_of_responsibility", "threat", "promise", "assessment", "demand"]
SetAsideReason = Literal[
    "hypothetical",
    "future",
    "threat",
    "negated",
    "denied",
    "drill",
    "historical",
    "court",
    "fiction_or_sport",
    "metaphor",
    "accident",
    "natural_disaster",
    "general",
    "not_people",
    "not_counted",
    "not_understood",
]
Slot = Literal[
    "act",
    "when",
    "where",
    "attacker",
    "target",
    "weapon",
    "count",
    "statement",
    "killed",
    "injured",
    "killed_or_injured",
    "missing",
    "abducted",
    "captured",
    "arrested",
    "displaced",
    "evacuated",
]

# Where on the way a document failed: opening it, its bytes, its JSON, its page, its date, its language, its reading.
Stage = Literal["input", "encoding", "json", "html", "date", "language", "read"]
