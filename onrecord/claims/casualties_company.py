"""Lists around tellings: those behind "including" and "along with", and those that "(not counted)" leaves out."""

from dataclasses import replace
from typing import Final

from onrecord.claims.casualties_lists import accompanied, excluded, included, with_company
from onrecord.claims.casualties_of_whom import all_of_a_group, all_of_them, of_whom
from onrecord.claims.casualties_people import MANY
from onrecord.claims.casualties_phrases import Counted, Phrases
from onrecord.claims.casualties_sums import People
from onrecord.claims.casualties_telling import Telling
from onrecord.claims.casualties_words import is_person_noun, noun_key
from onrecord.model.reading import Sentence

ASIDES: Final = frozenset({"including", "among", "-", "–", "—", "("})
CLOCK_DIGITS: Final = 4
MAX_COMPANY: Final = 18  # tokens from a harm word to "along with"


def with_lists(sentence: Sentence, tellings: list[Telling], phrases: Phrases) -> list[Telling]:
    """The tellings with the people of "including ..." as parts, and those of "along with ..." added."""
    if not tellings:
        return tellings
    for index, people in accompanied(sentence, phrases):
        owner = _owner(tellings, index, phrases)
        if (
            owner is not None
            and index - owner.harm.anchor.index <= MAX_COMPANY
            and _is_company(sentence, owner, index, people)
            and not _told_otherwise(tellings, people)
        ):
            everyone = with_company(owner.people[0], people)
            tellings[tellings.index(owner)] = replace(owner, people=tuple(everyone))
    for index, people in of_whom(sentence, phrases):
        owner = _owner(tellings, index, phrases)
        if owner is not None:
            told = {group for p in owner.people for group in p.groups}
            fresh = tuple(p for p in people if not told.intersection(p.groups))
            tellings[tellings.index(owner)] = replace(owner, people=(*owner.people, *fresh))
    for index, same in all_of_a_group(sentence):
        owner = _owner(tellings, index, phrases)
        if owner is not None and owner.people[0].quantity.best is not None:
            all_of = replace(same, quantity=owner.people[0].quantity)
            rest = tuple(p for p in owner.people if not p.part or not set(p.groups) & set(all_of.groups))
            tellings[tellings.index(owner)] = replace(owner, people=(*rest, all_of))
    for index, people in included(sentence, phrases):
        owner = _owner(tellings, index, phrases)
        if owner is not None:
            people = all_of_them(sentence, index, people, owner.people[0].quantity)
            known = {group for p in owner.people if not p.part for group in p.groups}
            fresh = tuple(p for p in people if not known.intersection(p.groups))
            kept = tuple(p for p in owner.people if not p.part or not any(set(p.groups) & set(f.groups) for f in fresh))
            tellings[tellings.index(owner)] = replace(owner, people=(*kept, *fresh))
    return tellings


def _is_company(sentence: Sentence, telling: Telling, index: int, company: list[People]) -> bool:
    """True where "along with" adds people: none counted already, and not inside an "including" or between dashes."""
    mine = {token.index for people in telling.people for token in people.tokens}
    if any(token.index in mine for people in company for token in people.tokens):
        return False
    last = max(token.index for token in telling.people[0].tokens)
    between = (
        {token.lower for token in sentence.tokens[last + 1 : index]} if index < telling.harm.anchor.index else set()
    )
    return not between & ASIDES


def _owner(tellings: list[Telling], index: int, phrases: Phrases) -> Telling | None:
    """The telling that stands nearest before an index."""
    before = []
    for telling in tellings:
        ends = [t.index for t in telling.people[0].tokens] + [telling.harm.anchor.index]
        near = [end for end in ends if end < index]
        if near and _others_between(phrases, telling, max(near), index):
            continue
        if near and max(t.index for t in telling.people[0].tokens) < index:
            before.append((max(near), telling))
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _others_between(phrases: Phrases, telling: Telling, start: int, end: int) -> bool:
    """True where other counted people stand between a telling and a list: the list is of them."""
    mine = {token.index for people in telling.people for token in people.tokens}
    others = (phrases.at[index] for index in range(start + 1, end) if index in phrases.at and index not in mine)
    return any(
        (phrase.noun is None and not _is_clock(phrase))
        or (phrase.noun is not None and (is_person_noun(phrase.noun) and noun_key(phrase.noun) not in MANY))
        for phrase in others
    )


def _is_clock(phrase: Counted) -> bool:
    """ "at 0815": no count of people."""
    number = phrase.number[-1].text
    return len(number) == CLOCK_DIGITS and number.isdigit()


def without_excluded(sentence: Sentence, tellings: list[Telling], phrases: Phrases) -> list[Telling]:
    """Those that "(not counted)" leaves out set aside; at the end of a list it speaks of the whole list."""
    found = [
        replace(telling, set_aside="not_counted") if excluded(sentence, telling.last + 1, phrases) else telling
        for telling in tellings
    ]
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        others = following.people[0].noun == "other"  # "a cook died and two others were hurt (not counted)"
        whole = following.set_aside == "not_counted" and not _role(this) and not others
        if whole and _coordinated(sentence, this, following):
            found[index] = replace(this, set_aside="not_counted")
    return found


def _coordinated(sentence: Sentence, left: Telling, right: Telling) -> bool:
    """ "one other guard was killed and three wounded": nothing but "and" stands between the two."""
    start = min(token.index for people in right.people for token in people.tokens)
    between = [token.lower for token in sentence.tokens[left.last + 1 : start]]
    return between in (["and"], [","], [",", "and"])


def _role(telling: Telling) -> bool:
    """True where the people are of a role other than civilians, so that they are told apart from the rest."""
    return any(group != "civilians" for people in telling.people for group in people.groups if not people.part)


def _told_otherwise(tellings: list[Telling], company: list[People]) -> bool:
    """True for "buried with his driver, who also died": what happened to the company has words of its own."""
    known = {token.index for telling in tellings for people in telling.people for token in people.tokens}
    return any(token.index in known for people in company for token in people.tokens)
