"""Triggers that are built of a verb and a noun: "hurled a grenade", "rockets fell", "a body was found"."""

from typing import Final

from onrecord.model.codes import IncidentType, Weapon
from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.roles import role_of
from onrecord.model.values import WeaponUse
from onrecord.read.events_triggers import Trigger

# Verbs that make a weapon's use of the noun they govern, and those of which the weapon is the subject.
USING: Final = frozenset(
    {"throw", "hurl", "lob", "toss", "launch", "fire", "drop", "plant", "lay", "detonate", "explode", "use"}
)
LANDING: Final = frozenset(
    {
        "fall",
        "land",
        "hit",
        "impact",
        "strike",
        "slam",
        "explode",
        "detonate",
        "rain",
        "crash",
        "go",
        "rip",
        "tear",
        "pierce",
    }
)
FINDING: Final = frozenset({"find", "discover", "recover", "dump", "retrieve", "exhume", "dig"})
BODIES: Final = frozenset({"body", "corpse", "remains", "cadaver"})
HEARING: Final = frozenset({"hear", "observe", "record", "register", "note", "count", "report"})
HEARD: Final = frozenset({"explosion", "shot", "gunshot", "projectile", "burst", "round", "gunfire", "blast", "volley"})
MAX_SET_GAP: Final = 12  # words between "set" and "on fire"
TRUCES: Final = frozenset(
    {"ceasefire", "fire", "truce", "armistice", "accord", "agreement", "pact", "swap", "exchange"}
)
AGREEING: Final = frozenset(
    {"sign", "agree", "reach", "announce", "declare", "conclude", "enter", "take", "begin", "broker", "extend", "start"}
)
PLACED: Final[frozenset[Weapon]] = frozenset({"bomb", "mine"})  # laid, not shot: only its explosion is an attack
SHOT: Final[frozenset[Weapon]] = frozenset(
    {"rocket", "missile", "artillery", "drone", "aerial_bomb", "grenade", "bomb", "mine", "fire", "stone"}
)


def built_triggers(sentence: Sentence, mentions: tuple[Mention, ...]) -> list[Trigger]:
    """The triggers of a sentence that a verb and its noun make together, in text order."""
    found = [trigger for m in mentions if (trigger := _weapon_used(sentence, m)) is not None]
    for token in sentence.tokens:
        built = _BUILDERS.get(token.lemma.lower())
        trigger = built(sentence, token) if built else None
        if trigger is not None:
            found.append(trigger)
    return sorted(found, key=lambda trigger: trigger.first)


def _set_on_fire(sentence: Sentence, token: Token) -> Trigger | None:
    """ "Set 12 houses on fire", "set the shop ablaze", where words stand between."""
    verb = next((word for word in sentence.ancestors(token) if word.lemma.lower() == "set"), None)
    if verb is None or verb.pos != "VERB" or token.index - verb.index > MAX_SET_GAP:
        return None
    return Trigger(verb.index, token.index, verb.index, "looting_property_destruction", 2, False, "verb")


def _agreed(sentence: Sentence, token: Token) -> Trigger | None:
    """ "The two sides signed a ceasefire", "a truce took effect"."""
    kids = {kid.lower for kid in sentence.kids(token, "amod", "compound", "nmod")}
    if token.lemma.lower() == "fire" and "cease" not in kids:
        return _set_on_fire(sentence, token)
    if token.lemma.lower() in ("accord", "agreement", "pact", "swap", "exchange") and not kids & {"peace", "prisoner"}:
        return None
    role = role_of(sentence, token)
    if role is None or role.head.lemma.lower() not in AGREEING or role.relation not in ("object", "agent", "on", "to"):
        return None
    return Trigger(token.index, token.index, token.index, "agreement", 2, False, "noun")


def _weapon_used(sentence: Sentence, mention: Mention) -> Trigger | None:
    """ "Hurled a grenade", "three rockets fell near the airport"."""
    if not isinstance(mention.value, WeaponUse) or mention.value.weapon not in SHOT:
        return None
    token = sentence.at(mention.span)
    role = role_of(sentence, token) if token is not None and token.pos in ("NOUN", "PROPN") else None
    if role is None or role.head.pos != "VERB":
        return None
    verb, lemma = role.head, role.head.lemma.lower()
    used = role.relation == "object" and lemma in USING
    landed = role.relation == "agent" and lemma in LANDING
    if not used and not landed:
        return None
    if (
        used
        and mention.value.weapon in PLACED
        and lemma not in ("throw", "hurl", "lob", "drop", "detonate", "explode", "launch", "toss")
    ):
        return None
    return Trigger(verb.index, verb.index, verb.index, "attack", 2, False, "verb")


def _body_found(sentence: Sentence, token: Token) -> Trigger | None:
    """ "The body of a man was found in Arlen"."""
    role = role_of(sentence, token)
    if role is None or role.head.lemma.lower() not in FINDING or role.relation != "object":
        return None
    return Trigger(role.head.index, role.head.index, role.head.index, "attack", 1, True, "verb")


def _heard(sentence: Sentence, token: Token) -> Trigger | None:
    """ "Monitors recorded 13 explosions": fire that was counted, nobody knows whose."""
    role = role_of(sentence, token)
    if role is None or role.relation != "object" or role.head.lemma.lower() not in HEARING:
        return None
    words = {word.lower for word in sentence.tokens}
    both = {"directions", "small", "crossfire", "frontline", "shots"} & words
    kind: IncidentType = "armed_clash" if both else "shelling_artillery_missile"
    return Trigger(token.index, token.index, token.index, kind, 3, False, "noun")


_BUILDERS: Final = {
    **dict.fromkeys(sorted(BODIES), _body_found),
    **dict.fromkeys(sorted(HEARD), _heard),
    **dict.fromkeys(sorted(TRUCES), _agreed),
    **dict.fromkeys(("ablaze", "alight", "aflame"), _set_on_fire),
}
