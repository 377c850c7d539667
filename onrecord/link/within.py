"""Linking within one report: event mentions that tell one happening become one incident.

Each telling joins the group it fits best, or opens its own. The score is a sum of named parts, so that a wrong
join can be traced to its reason. A report comes back to its incidents (lead, then detail), and its generic words
("the attack", "were killed") belong to what was told nearby.
"""

from typing import Final

from onrecord.link.assemble import assemble
from onrecord.link.tellings import (
    VIOLENT,
    Telling,
    are_close,
    attackers_meet,
    days_meet,
    is_background,
    make_tellings,
    places_meet,
    types_meet,
)
from onrecord.model.claim import Claim
from onrecord.model.codes import FAMILY_OF
from onrecord.model.incident import Incident
from onrecord.model.reading import Reading

JOIN_AT: Final = 1.0  # below it a telling opens a group of its own
SAME_TYPE: Final = 1.0
TYPES_FIT: Final = 0.5
SAME_FAMILY: Final = 0.25  # "a blast", then "a suicide bomber"
VIOLENCE_DIFFERS: Final = -0.75
TYPES_CLASH: Final = -2.5
MEANS_CLASH: Final = -2.0
UNLIKE: Final = frozenset(
    {
        frozenset({"suicide_bomb", "shelling_artillery_missile"}),
        frozenset({"suicide_bomb", "air_drone_strike"}),
        frozenset({"remote_explosive_landmine_ied", "shelling_artillery_missile"}),
        frozenset({"abduction_forced_disappearance", "shelling_artillery_missile"}),
        frozenset({"abduction_forced_disappearance", "air_drone_strike"}),
    }
)
GENERIC_NEARBY: Final = 1.0  # "were killed" right after the act that killed
DEFINITE: Final = 0.75  # "the strike" refers back
SAME_DAY: Final = 1.0
OTHER_DAY: Final = -4.0
SAME_PLACE: Final = 1.25
PLACE_FITS: Final = 0.75
SAME_VICTIM: Final = 10.0  # nobody dies twice, whatever else is said
OTHER_SITE: Final = -3.0  # one hospital, and another
OTHER_PLACE: Final = -3.0
SAME_TOLL: Final = 1.5
OTHER_TOLL: Final = -1.0
OTHER_ATTACKER: Final = -2.0
SAME_WEAPON: Final = 0.5
SAME_SENTENCE: Final = 0.5
PER_SENTENCE: Final = -0.2  # what stands further apart is less likely one happening
MAX_DISTANCE_COST: Final = -1.2
STORY: Final = 0.75  # what nothing tells apart belongs to what the report is about
UNPINNED_STORY: Final = 1.25
TOPIC_SENTENCES: Final = 2  # so far what was told apart goes on in its paragraph; into the next one by one
STAYS_APART: Final = -2.0  # "earlier in the week, shelling killed three", and below another scene
TOLD_APART: Final = -4.0  # "in a separate attack"
PLURAL_BACKGROUND: Final = -1.5  # "attacks" against "the attack"


NOTE_SENTENCES: Final = 2  # a text so short is the note of one happening
# The key of prominence counts in sentences from the top of the report.
WITH_TOLL: Final = 4.0
NO_VIOLENCE: Final = 4.0
IN_PASSING: Final = 4.0  # "in response to an attack", "a week after a strike"
PER_TELLING: Final = 0.5  # what a report comes back to is what it is about
MAX_TELLINGS: Final = 4.0


def link_report(reading: Reading, claims: tuple[Claim, ...]) -> tuple[Incident, ...]:
    """The incidents of one report, the most prominent first."""
    groups = group_tellings(make_tellings(reading, claims))
    dated = reading.document.published is not None
    recorded = [group for group in groups if is_on_record(group) and not (dated and is_talk(group))]
    note = len(reading.sentences) <= NOTE_SENTENCES
    ranked = sorted(
        recorded or [group for group in groups[:1] if note or is_lead(group, reading.opening)], key=prominence
    )
    return tuple(assemble(reading.document, tuple(group)) for group in ranked)


def group_tellings(tellings: tuple[Telling, ...]) -> list[list[Telling]]:
    """The tellings in groups, one a happening, in the order in which the report comes to them."""
    groups: list[list[Telling]] = []
    topic: list[Telling] | None = None
    for telling in tellings:
        topic = topic if topic and _goes_on(topic, telling) else None
        story = topic or next((group for group in groups if is_story(group)), None)
        scored = [
            (group_score(group, telling) + (_story_gain(telling) if group is story else 0.0), -n)
            for n, group in enumerate(groups)
        ]
        best = max(scored, default=(0.0, 0))
        if scored and best[0] >= JOIN_AT:
            home = groups[-best[1]]
            home.append(telling)
        else:
            home = [telling]
            groups.append(home)
        topic = home if telling.event.apart or home is topic else topic
    return groups


def _goes_on(topic: list[Telling], telling: Telling) -> bool:
    """True where a telling can go on with what was told apart just before, and names no other scene.

    "The attack came hours after a shell struck a dairy in X. At least 16 people were wounded": in X.
    """
    last = topic[-1]
    reach = TOPIC_SENTENCES if telling.paragraph == last.paragraph else 1
    near = telling.event.sentence - last.event.sentence <= reach
    return near and not any(place.precision != "country" for place in telling.scenes)


def _story_gain(telling: Telling) -> float:
    """What speaks for the report's story: more where a telling names no day and no place of its own."""
    return STORY if telling.whens or telling.wheres else UNPINNED_STORY


def is_story(group: list[Telling]) -> bool:
    """True for violence that is no mere background: the first such group is what the report is about."""
    return any(FAMILY_OF[t.type] in VIOLENT and not t.event.plural for t in group)


def group_score(group: list[Telling], telling: Telling) -> float:
    """How well a telling fits a group: its best fit to a member, with every contradiction to any member."""
    clash = min(contradiction(member, telling) for member in group)
    if all(_is_background_beside(member, telling) for member in group):
        clash += PLURAL_BACKGROUND
    return max(agreement(member, telling) for member in group) + clash


def agreement(left: Telling, right: Telling) -> float:
    """What speaks for two tellings being one happening."""
    score = _type_agreement(left, right)
    score += SAME_DAY * _share_day(left, right) + _place_agreement(left, right)
    score += SAME_VICTIM * bool(left.victims & right.victims)
    score += SAME_TOLL * bool(left.tolls & right.tolls) + SAME_WEAPON * bool(left.weapons & right.weapons)
    return score + _nearness(left, right)


def _tolls_clash(left: Telling, right: Telling) -> bool:
    """True where one voice tells how many twice, and not the same: two voices may count one happening's dead.

    A telling with no day or scene of its own adds to the story.
    """
    pinned = bool(right.whens) or any(place.precision != "country" for place in right.scenes)
    return pinned and not left.tolls & right.tolls and _same_status(left, right) and bool(left.voices & right.voices)


def _is_background_beside(left: Telling, right: Telling) -> bool:
    """True for "strikes" beside "a strike", unless what follows at once refers back: "38 strikes ... The shelling"."""
    refers_back = right.event.definite and right.event.sentence - left.event.sentence <= 1
    generic = (left.event.generic and not left.named) or (right.event.generic and not right.named)
    return left.event.plural != right.event.plural and not generic and not refers_back


def _type_agreement(left: Telling, right: Telling) -> float:
    if left.type == right.type:
        return SAME_TYPE
    if _means_clash(left, right):
        return MEANS_CLASH
    if types_meet(left, right):
        return TYPES_FIT
    families = {FAMILY_OF[left.type], FAMILY_OF[right.type]}
    if not families <= VIOLENT:
        return 0.0 if left.tolls & right.tolls & _taken(left) else TYPES_CLASH
    return SAME_FAMILY if len(families) == 1 else VIOLENCE_DIFFERS


def _taken(telling: Telling) -> set[tuple[str, str, int]]:
    """The tolls of those arrested: "shot dead, and a man was arrested", and below once more "a man was arrested"."""
    return {toll for toll in telling.tolls if toll[0] == "arrested"}


def _means_clash(left: Telling, right: Telling) -> bool:
    """True for a suicide bombing and the shelling of a place of its own, which no word takes for the other."""
    pinned = bool(right.whens or right.scenes) and not right.refers_back
    return pinned and frozenset({left.type, right.type}) in UNLIKE


def contradiction(left: Telling, right: Telling) -> float:
    """What speaks against it: another day, another place, other attackers, another toll."""
    score = 0.0
    if left.sites and right.sites and not left.sites & right.sites:
        score += OTHER_SITE
    if _days_clash(left, right):
        score += OTHER_DAY
    if _places_clash(left, right):
        score += OTHER_PLACE
    if not attackers_meet(left, right):
        score += OTHER_ATTACKER
    if _tolls_clash(left, right):
        score += OTHER_TOLL
    if _is_told_apart(left, right):
        score += TOLD_APART
    if _stays_apart(left, right):
        score += STAYS_APART
    return score


def _is_told_apart(left: Telling, right: Telling) -> bool:
    """True where the later says that it is another; "in a separate attack, men stormed a hall and shot two" is one."""
    one_sentence = left.event.sentence == right.event.sentence
    later = (right.event.sentence, right.event.token) > (left.event.sentence, left.event.token)
    return later and right.event.apart and not (one_sentence and left.event.apart)


def _stays_apart(left: Telling, right: Telling) -> bool:
    """True where an act was told in passing, and the next paragraph tells one with a scene of its own."""
    passing = left.event.apart and not left.scenes and left.paragraph < right.paragraph
    return passing and bool(right.scenes) and not right.refers_back


def _places_clash(left: Telling, right: Telling) -> bool:
    """True where each names its scene, and they are two; a town and its part are one for what is told again."""
    pairs = [(a, b) for a in left.scenes for b in right.scenes]
    if not pairs or any(places_meet(a, b) for a, b in pairs):
        return False
    again = bool(left.tolls & right.tolls) or right.refers_back
    return not (again and any(are_close(a, b) for a, b in pairs))


def _days_clash(left: Telling, right: Telling) -> bool:
    """True where two tellings name different days, or one an old day and the other none but the report's own."""
    if left.whens and right.whens:
        return not _share_day(left, right)
    days = [(day, assumed) for a, b in ((left, right), (right, left)) for day in a.whens for assumed in b.assumed]
    return bool(days) and all(is_background(day, assumed) for day, assumed in days)


def _share_day(left: Telling, right: Telling) -> bool:
    """True where they share a bounded stretch of days: "since 2014" shares none with Monday."""
    bounded = [(a, b) for a in left.whens for b in right.whens if a.latest is not None and b.latest is not None]
    return any(days_meet(a, b) for a, b in bounded)


def _same_status(left: Telling, right: Telling) -> bool:
    return bool({t[:2] for t in left.tolls} & {t[:2] for t in right.tolls})


def _place_agreement(left: Telling, right: Telling) -> float:
    pairs = [(a, b) for a in left.wheres for b in right.wheres if places_meet(a, b)]
    if any(a.name == b.name for a, b in pairs):
        return SAME_PLACE
    return PLACE_FITS if pairs else 0.0


def _nearness(left: Telling, right: Telling) -> float:
    distance = right.event.sentence - left.event.sentence
    score = max(PER_SENTENCE * distance, MAX_DISTANCE_COST) + (SAME_SENTENCE if distance == 0 else 0.0)
    if distance <= 1 and (left.event.generic or right.event.generic):
        score += GENERIC_NEARBY
    return score + (DEFINITE if right.refers_back else 0.0)


def is_on_record(group: list[Telling]) -> bool:
    """True where a group pins an act down by its toll, day, place or attacker, and is more than background."""
    if any(telling.has_toll and not (telling.event.plural and not telling.tolls) for telling in group):
        return True
    if any(FAMILY_OF[t.type] == "civil_protection" and not t.event.generic for t in group):
        return True  # a measure stands for itself: nobody was hurt, and its place is the speaker's
    if all(telling.is_bare for telling in group):
        return any(t.attackers and not (t.event.generic or t.event.definite or t.event.plural) for t in group)
    return any(has_day(t) or (not t.event.plural and (t.whens or has_scene(t))) for t in group)


def is_talk(group: list[Telling]) -> bool:
    """True for what a dated report tells with no day and counts nobody in: "they go on murdering our people"."""
    if any(telling.whens or telling.assumed or telling.tolls for telling in group):
        return False
    return all(FAMILY_OF[telling.type] in VIOLENT for telling in group)


def has_day(telling: Telling) -> bool:
    """True where a day is told, or a few: "strikes since 2014" are a war's background."""
    return any(day.precision in ("day", "night", "days") and day.latest is not None for day in telling.whens)


def has_scene(telling: Telling) -> bool:
    """True where a place narrower than a country is told, be it in no gazetteer."""
    return any(place.precision != "country" or place.gazetteer_id is None for place in telling.wheres)


def is_lead(group: list[Telling], opening: int = 0) -> bool:
    """True for what a report opens with, told with its attacker or its place: on record where nothing else is."""
    first = group[0]
    return first.event.sentence == opening and bool(first.attackers or first.wheres or first.whens)


def prominence(group: list[Telling]) -> tuple[float, int, int]:
    """A key that sorts the most prominent incident first: early in the report, with a toll, a day and a place."""
    first = group[0].event
    score = float(first.sentence)
    score -= WITH_TOLL * any(telling.has_toll for telling in group)
    score -= 1.0 * any(telling.whens for telling in group) + 1.0 * any(telling.wheres for telling in group)
    score += NO_VIOLENCE * (not any(FAMILY_OF[telling.type] in VIOLENT for telling in group))
    score += IN_PASSING * all(telling.event.apart for telling in group)
    score -= min(PER_TELLING * (len(group) - 1), MAX_TELLINGS)
    return score, first.sentence, first.token
