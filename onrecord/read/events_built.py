"""Triggers that are built of a verb and a noun: "hurled a grenade", "rockets fell", "a body was found"."""

from collections.abc import Callable
from functools import cache
from typing import Final

from onrecord.model.codes import IncidentType
from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.roles import role_of
from onrecord.model.values import WeaponUse
from onrecord.read.events_triggers import Trigger, armed_nouns
from onrecord.registry import lexicon

MAX_SET_GAP: Final = 12  # words between "set" and "on fire"
Builder = Callable[[Sentence, Token], Trigger | None]


@cache
def _words(kind: str) -> frozenset[str]:
    """A word list of lexicon/built.yml."""
    return frozenset(lexicon("built")[kind])


def built_triggers(sentence: Sentence, mentions: tuple[Mention, ...]) -> list[Trigger]:
    """The triggers of a sentence that a verb and its noun make together, in text order."""
    found = [trigger for m in mentions if (trigger := _weapon_used(sentence, m)) is not None]
    for token in sentence.tokens:
        built = _builders().get(token.lemma.lower())
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
    needed = lexicon("built")["truces_by_word"].get(token.lemma.lower())
    if needed and kids.isdisjoint(needed):
        return None
    role = role_of(sentence, token)
    if (
        role is None
        or role.head.lemma.lower() not in _words("agreeing")
        or role.relation not in ("object", "agent", "on", "to")
    ):
        return None
    return Trigger(token.index, token.index, token.index, "agreement", 2, False, "noun")


def _weapon_used(sentence: Sentence, mention: Mention) -> Trigger | None:
    """ "Hurled a grenade", "the firing of rockets", "three rockets fell near the airport"."""
    if not isinstance(mention.value, WeaponUse) or mention.value.weapon not in _words("shot"):
        return None
    token = sentence.at(mention.span)
    role = role_of(sentence, token) if token is not None and token.pos in ("NOUN", "PROPN") else None
    if role is None:
        return None
    if role.relation == "of" and role.head.pos == "NOUN" and role.head.lemma.lower() in _words("uses"):
        return Trigger(role.head.index, role.head.index, role.head.index, "attack", 2, False, "noun")
    if role.head.pos != "VERB":
        return None
    verb, lemma = role.head, role.head.lemma.lower()
    if mention.value.weapon in _words("placed") and _sets_off(sentence, verb, role.relation):
        return Trigger(verb.index, verb.index, verb.index, "remote_explosive_landmine_ied", 3, False, "verb")
    used = role.relation == "object" and lemma in _words("using")
    landed = role.relation == "agent" and lemma in _words("landing")
    if not used and not landed:
        return None
    if used and mention.value.weapon in _words("placed") and lemma not in _words("not_placing"):
        return None  # laid, not shot: only its explosion is an attack
    return Trigger(verb.index, verb.index, verb.index, "attack", 2, False, "verb")


def _sets_off(sentence: Sentence, verb: Token, relation: str) -> bool:
    """True for "ran over a mine", "struck a landmine", "set off explosives": what was laid went off."""
    lemma = verb.lemma.lower()
    if lemma == "set":
        return relation == "object" and any(kid.lower == "off" for kid in sentence.kids(verb, "prt", "advmod", "prep"))
    return (relation == "object" and lemma in _words("striking")) or (
        relation in ("over", "on", "onto", "upon") and lemma in _words("stepping")
    )


def _body_found(sentence: Sentence, token: Token) -> Trigger | None:
    """ "The body of a man was found in Arlen"."""
    role = role_of(sentence, token)
    if role is None or role.head.lemma.lower() not in _words("finding") or role.relation != "object":
        return None
    return Trigger(role.head.index, role.head.index, role.head.index, "attack", 1, True, "verb")


def _heard(sentence: Sentence, token: Token) -> Trigger | None:
    """ "Monitors recorded 13 explosions": fire that was counted, nobody knows whose."""
    role = role_of(sentence, token)
    if role is None or role.relation != "object" or role.head.lemma.lower() not in _words("hearing"):
        return None
    words = {word.lower for word in sentence.tokens}
    both = _words("both_sides") & words
    if not both and token.lemma.lower() in _words("gunshots"):
        return Trigger(token.index, token.index, token.index, "attack", 1, False, "noun")  # "she heard a gunshot"
    kind: IncidentType = "armed_clash" if both else "shelling_artillery_missile"
    return Trigger(token.index, token.index, token.index, kind, 3, False, "noun")


def _met(sentence: Sentence, token: Token) -> Trigger | None:
    """ "The army engaged rebel fighters": a fight, where those met bear arms; not "engaged in talks"."""
    objects = sentence.kids(token, "dobj") if token.pos == "VERB" else []
    if not any(kid.lemma.lower() in armed_nouns() for kid in objects):
        return None
    return Trigger(token.index, token.index, token.index, "armed_clash", 2, False, "verb")


def _took_ground(sentence: Sentence, token: Token) -> Trigger | None:
    """ "Rebels captured two settlements": a place that changes hands; "took positions" takes none."""
    objects = {kid.lemma.lower() for kid in sentence.kids(token, "dobj", "nsubjpass")} if token.pos == "VERB" else set()
    if objects.isdisjoint(_words("ground")):
        return None
    kind: IncidentType = "non_state_actor_overtakes_territory"
    return Trigger(token.index, token.index, token.index, kind, 2, False, "verb")


def _operated(sentence: Sentence, token: Token) -> Trigger | None:
    """ "The army's operation against the gang left two dead": a fight, where the armed are its aim."""
    against = [prep for prep in sentence.kids(token, "prep") if prep.lower == "against"]
    aims = [aim for prep in against for aim in sentence.kids(prep, "pobj")]
    armed = any(aim.lemma.lower() in armed_nouns() or aim.pos == "PROPN" for aim in aims)
    if not armed or not any(word.lemma.lower() in _words("hurting") for word in sentence.tokens):
        return None
    return Trigger(token.index, token.index, token.index, "armed_clash", 2, False, "noun")


def _escaped(sentence: Sentence, token: Token) -> Trigger | None:
    """ "Two officials narrowly escaped death", beside a weapon or the armed: somebody was after them."""
    objects = {kid.lemma.lower() for kid in sentence.kids(token, "dobj")}
    if token.pos != "VERB" or objects.isdisjoint(_words("fates")):
        return None
    return Trigger(token.index, token.index, token.index, "attack", 1, False, "verb", needs_arms=True)


@cache
def _builders() -> dict[str, Builder]:
    """Lemma → the rule that looks at what stands beside it."""
    rules: dict[str, Builder] = {"bodies": _body_found, "heard": _heard, "truces": _agreed, "ablaze": _set_on_fire}
    rules |= {"meeting": _met, "operations": _operated, "escaping": _escaped, "taking": _took_ground}
    return {word: rule for kind, rule in rules.items() for word in sorted(_words(kind))}
