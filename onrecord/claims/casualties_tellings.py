"""Tellings: the harm words of a sentence with their people, and what they share ("killed or injured")."""

from dataclasses import dataclass, replace
from typing import Final

from onrecord.claims.casualties_harm import Harm, find_harm
from onrecord.claims.casualties_idioms import TOLL_HEADS, toll_number
from onrecord.claims.casualties_lists import accompanied, excluded, included, with_company
from onrecord.claims.casualties_people import People, joined, people_of, victims
from onrecord.claims.casualties_phrases import Counted, Phrases
from onrecord.claims.casualties_words import harm as harm_table
from onrecord.claims.casualties_words import is_person_noun, role_before
from onrecord.model.codes import SetAsideReason, TollStatus
from onrecord.model.reading import Sentence, Token

MAX_LEFT: Final = 18  # tokens from a harm word back to the number that counts its victims
GENERIC: Final = frozenset({"csubj", "nsubj", "pcomp", "pobj", "csubjpass"})
FIGHTERS: Final = frozenset({"attackers", "combatants", "police"})
HOMES: Final = frozenset(
    {"home", "house", "village", "town", "city", "area", "region", "country", "camp", "neighborhood", "district"}
)
MANY_FLED: Final = 20  # people who leave together are displaced; fewer may run from a shooting
MAX_COMPANY: Final = 9  # tokens from a harm word to "along with"
ENDED: Final = frozenset({"killed"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A harm word with its people: the whole first, then its parts."""

    harm: Harm
    status: TollStatus
    people: tuple[People, ...]
    set_aside: SetAsideReason | None = None

    @property
    def last(self) -> int:
        """The index of its last token."""
        return max(self.harm.anchor.index, *(t.index for people in self.people for t in people.tokens))


def find_tellings(sentence: Sentence, phrases: Phrases) -> list[Telling]:
    """The tolls that a sentence tells, in text order."""
    found = []
    for harm in find_harm(sentence):
        people = _people_of(sentence, harm, phrases)
        if people and not _is_generic(harm, people) and not _is_escape(sentence, harm, people):
            found.append(Telling(harm, harm.status, tuple(people)))
    found += _tolls(sentence, phrases, found)
    found = _shared(sentence, found)
    found = _with_lists(sentence, found, phrases)
    return _without_excluded(sentence, found, phrases)


def _is_generic(harm: Harm, people: list[People]) -> bool:
    """ "killing people is wrong": an act in general."""
    whole = people[0]
    return harm.anchor.tag == "VBG" and harm.anchor.dep in GENERIC and whole.quantity.best is None and not whole.stated


def _is_escape(sentence: Sentence, harm: Harm, people: list[People]) -> bool:
    """ "two gunmen fled": running away displaces nobody; "thousands fled", "40 villagers fled the town" does."""
    if harm.anchor.lemma.lower() != "flee":
        return False
    fighters = any(group in FIGHTERS for person in people for group in person.groups)
    homes = any(kid.lemma.lower() in HOMES for kid in sentence.kids(harm.anchor, "dobj"))
    many = (people[0].quantity.low or 0) >= MANY_FLED
    return fighters or not (homes or many)


def _tolls(sentence: Sentence, phrases: Phrases, told: list[Telling]) -> list[Telling]:
    """ "the death toll rose to 14": tellings of a toll, where no harm word told the number already."""
    known = {token.index for telling in told for people in telling.people for token in people.tokens}
    found = []
    for token in sentence.tokens:
        if token.lower in TOLL_HEADS and (toll := toll_number(sentence, token, phrases)):
            status, phrase = toll
            if not known.intersection(t.index for t in phrase.number):
                people = People(phrase.quantity, (), (token, *phrase.number))
                found.append(Telling(Harm(token, status), status, (people,)))
    return found


def _people_of(sentence: Sentence, harm: Harm, phrases: Phrases) -> list[People]:
    """The victims of a harm word, the whole before its parts; none where nobody is counted."""
    if harm.counts_itself:
        return _counted(sentence, harm.anchor, phrases)
    headline = _headline(sentence, harm, phrases)
    if headline:
        return headline
    found: list[People] = []
    for head in harm.heads:
        head = _first_conjunct(sentence, head) if harm.leftward else head
        found.extend(victims(sentence, head, phrases, harm.anchor, harm.strict))
    if harm.leftward and all(people.quantity.best is None and not people.stated for people in found):
        counted = _counted_right(sentence, harm.anchor, phrases)
        left = [counted] if counted else _counted_left(sentence, harm.anchor, phrases)
        if left:
            return [*left, *(replace(p, part=True) for p in found if p.groups and p.noun != left[0].noun)]
    if not found and not harm.leftward:
        found = _object_right(sentence, harm.anchor, phrases)
    if len(found) > 1:
        found = [replace(p, part=True) if _is_of_them(sentence, p, phrases) else p for p in found]
    if not found and harm.own:
        return _counted(sentence, harm.anchor, phrases)
    if harm.group:
        return [replace(people, groups=(harm.group,)) for people in found if not people.part]
    return found


def _first_conjunct(sentence: Sentence, head: Token) -> Token:
    """ "a soldier and a farmer killed in Arlen": the first of the nouns joined, where the parse names the last."""
    while head.dep == "conj" and sentence.head(head).pos in ("NOUN", "PROPN", "NUM") and head.head < head.index:
        head = sentence.head(head)
    return head


def _counted(sentence: Sentence, anchor: Token, phrases: Phrases) -> list[People]:
    """A number on the harm word itself: "14 fatalities", "three minor injuries"."""
    stated = phrases.of(sentence, anchor) or phrases.at.get(anchor.index - 1)
    if stated is None:
        return []
    before = stated.noun is not None and stated.noun.index < anchor.index
    if before and stated.noun is not None:
        found = people_of(sentence, stated.noun, phrases) if is_person_noun(stated.noun) else None
        return [found] if found else []
    role = role_before(sentence, anchor)
    return [People(stated.quantity, (role,) if role else (), (*stated.number, anchor))]


def _counted_right(sentence: Sentence, anchor: Token, phrases: Phrases) -> People | None:
    """A number right behind a joined verb that the parse took for a passive: "killed 16 and wounded over 100"."""
    tokens, after = sentence.tokens, anchor.index + 1
    phrase = phrases.at.get(after)
    if phrase is None or anchor.index == 0 or tokens[anchor.index - 1].lower not in ("and", "or", ","):
        return None
    if phrase.number[0].index != after or _told_harm(sentence, phrase.end + 1):
        return None
    return people_of(sentence, phrase.noun or phrase.number[-1], phrases)


def _told_harm(sentence: Sentence, index: int) -> bool:
    """True where the word at an index tells harm: the number before it belongs to it ("killed, 5 injured")."""
    return index < len(sentence.tokens) and sentence.tokens[index].lower in harm_table("participles")


def _headline(sentence: Sentence, harm: Harm, phrases: Phrases) -> list[People]:
    """ "9-25 killed, possibly four civilians": a number right before a bare participle counts its victims."""
    anchor = harm.anchor
    phrase = phrases.at.get(anchor.index - 1)
    if anchor.tag not in ("VBN", "VBD") or phrase is None or phrase.end != anchor.index - 1:
        return []
    if _starts_object(sentence, anchor.index + 1, phrases) or _is_listed(sentence, phrase):
        return []
    if harm.heads and all(head.index < anchor.index for head in harm.heads):
        return []
    return _list_left(sentence, phrase, phrases)


def _starts_object(sentence: Sentence, index: int, phrases: Phrases) -> bool:
    """True where a verb has an object right behind it, and no harm of its own told of it."""
    phrase = phrases.at.get(index)
    if phrase is not None:
        return not _told_harm(sentence, phrase.end + 1)
    return index < len(sentence.tokens) and sentence.tokens[index].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ")


def _object_right(sentence: Sentence, anchor: Token, phrases: Phrases) -> list[People]:
    """A counted object that the parse lost: "kills 10-12", "killed as many as 38 'suspected rebels'"."""
    for index in range(anchor.index + 1, min(anchor.index + 5, len(sentence.tokens))):
        phrase = phrases.at.get(index)
        if phrase is not None:
            if _told_harm(sentence, phrase.end + 1):
                return []
            found = people_of(sentence, phrase.noun or phrase.number[-1], phrases)
            return [found] if found else []
        if sentence.tokens[index].pos in ("VERB", "AUX", "NOUN", "PROPN") or sentence.tokens[index].text in (
            ",",
            ";",
            ".",
        ):
            return []
    return []


def _counted_left(sentence: Sentence, anchor: Token, phrases: Phrases) -> list[People]:
    """The nearest counted people before a harm word in its clause: "eight people, possibly rebels, killed"."""
    index, depth = anchor.index - 1, 0
    while index >= 0 and anchor.index - index <= MAX_LEFT:
        token = sentence.tokens[index]
        depth += (token.text == ")") - (token.text == "(")
        if depth == 0:
            phrase = phrases.at.get(index)
            if phrase is not None and not _is_part(sentence, phrase) and not _is_listed(sentence, phrase):
                return _list_left(sentence, phrase, phrases)
            if _ends_clause(token, anchor):
                return []
            index = phrase.number[0].index if phrase is not None else index
        index -= 1
    return []


def _list_left(sentence: Sentence, phrase: Counted, phrases: Phrases) -> list[People]:
    """The counted people of a phrase, with those joined to it on its left: "two rebels and four others"."""
    found: list[People] = []
    current: Counted | None = phrase
    while current is not None:
        people = people_of(sentence, current.noun or current.number[-1], phrases)
        if people is None or not people.stated:
            break
        found.insert(0, people)
        before = current.number[0].index - 1
        joined_on = before > 0 and sentence.tokens[before].lower in ("and", "&", "+")
        current = phrases.at.get(before - 1) if joined_on else None
    return joined(found) if found else []


def _is_listed(sentence: Sentence, phrase: Counted) -> bool:
    """ "including as many as two children": a part of what was counted before."""
    start = phrase.number[0].index
    return start > 0 and sentence.tokens[start - 1].lower in ("including", "mostly", "mainly", "possibly")


def _is_part(sentence: Sentence, phrase: Counted) -> bool:
    """ "four of them", "three of whom": a part of what was counted before."""
    after = sentence.tokens[phrase.number[-1].index + 1 : phrase.number[-1].index + 3]
    return [token.lower for token in after] in (["of", "them"], ["of", "whom"], ["of", "which"])


def _is_of_them(sentence: Sentence, people: People, phrases: Phrases) -> bool:
    """True where people are counted as some "of them"."""
    phrase = phrases.at.get(people.tokens[0].index)
    return phrase is not None and _is_part(sentence, phrase)


def _ends_clause(token: Token, anchor: Token) -> bool:
    if token.text in (";", ":"):
        return True
    finite = token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBZ", "VBP", "MD", "VBG")
    return finite and token.head != anchor.index and anchor.index - token.index > 3


def _shared(sentence: Sentence, tellings: list[Telling]) -> list[Telling]:
    """Two harms of the same people: "killed or injured" is one toll; the injured who died are killed."""
    found: list[Telling] = []
    for telling in tellings:
        other = next((t for t in found if _same_people(t, telling)), None)
        if other is None:
            found.append(telling)
        elif {other.status, telling.status} == {"killed", "injured"}:
            found[found.index(other)] = _both(sentence, other, telling)
            if not _is_either(sentence, other, telling) and telling.status == "injured":
                found.append(telling)
        else:
            found.append(telling)
    return found


def _same_people(left: Telling, right: Telling) -> bool:
    return {t.index for t in left.people[0].tokens} == {t.index for t in right.people[0].tokens}


def _both(sentence: Sentence, first: Telling, second: Telling) -> Telling:
    """ "killed or injured": either; "injured and later died": killed; "killed and injured" of a number: either."""
    if _is_either(sentence, first, second):
        return replace(first, status="killed_or_injured")
    return second if second.status == "killed" else first


def _is_either(sentence: Sentence, first: Telling, second: Telling) -> bool:
    low, high = sorted((first.harm.anchor.index, second.harm.anchor.index))
    between = [token.lower for token in sentence.tokens[low + 1 : high]]
    return len(between) <= 6 and ("or" in between or "and/or" in between)


def _with_lists(sentence: Sentence, tellings: list[Telling], phrases: Phrases) -> list[Telling]:
    """The tellings with the people of "including ..." as parts, and those of "along with ..." added."""
    if not tellings:
        return tellings
    for index, people in accompanied(sentence, phrases):
        owner = _owner(tellings, index)
        if owner is not None and index - owner.harm.anchor.index <= MAX_COMPANY and index > owner.harm.anchor.index:
            everyone = with_company(owner.people[0], people)
            tellings[tellings.index(owner)] = replace(owner, people=tuple(everyone))
    for index, people in included(sentence, phrases):
        owner = _owner(tellings, index)
        if owner is not None:
            known = {group for p in owner.people if not p.part for group in p.groups}
            fresh = tuple(p for p in people if not known.intersection(p.groups))
            kept = tuple(p for p in owner.people if not p.part or not any(set(p.groups) & set(f.groups) for f in fresh))
            tellings[tellings.index(owner)] = replace(owner, people=(*kept, *fresh))
    return tellings


def _owner(tellings: list[Telling], index: int) -> Telling | None:
    """The telling that stands nearest before an index."""
    before = []
    for telling in tellings:
        ends = [t.index for t in telling.people[0].tokens] + [telling.harm.anchor.index]
        near = [end for end in ends if end < index]
        if near and max(t.index for t in telling.people[0].tokens) < index:
            before.append((max(near), telling))
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _without_excluded(sentence: Sentence, tellings: list[Telling], phrases: Phrases) -> list[Telling]:
    """Those that "(not counted)" leaves out set aside; at the end of a list it speaks of the whole list."""
    found = [
        replace(telling, set_aside="not_counted") if excluded(sentence, telling.last + 1, phrases) else telling
        for telling in tellings
    ]
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        if following.set_aside == "not_counted" and not _role(this) and _coordinated(sentence, this, following):
            found[index] = replace(this, set_aside="not_counted")
    return found


def _coordinated(sentence: Sentence, left: Telling, right: Telling) -> bool:
    """ "one other person was killed and three wounded": nothing but "and" stands between the two."""
    start = min(token.index for people in right.people for token in people.tokens)
    between = [token.lower for token in sentence.tokens[left.last + 1 : start]]
    return between in (["and"], [","], [",", "and"])


def _role(telling: Telling) -> bool:
    """True where the people are of a role other than civilians, so that they are told apart from the rest."""
    return any(group != "civilians" for people in telling.people for group in people.groups if not people.part)
