"""Victims read from left to right, where the parse of a headline or a long sentence names none or counts none."""

from dataclasses import replace
from typing import Final

from onrecord.claims.casualties_harm_heads import Harm
from onrecord.claims.casualties_people import people_of
from onrecord.claims.casualties_phrases import Counted, Phrases
from onrecord.claims.casualties_sums import People, joined
from onrecord.claims.casualties_words import harm as harm_table
from onrecord.claims.casualties_words import is_person_noun, role_before
from onrecord.model.reading import Sentence, Token

MAX_LEFT: Final = 18  # tokens from a harm word back to the number that counts its victims
TIMES: Final = frozenset({"after", "before", "until", "since"})
RELATIVES: Final = frozenset({"whom", "which", "who"})
MAX_ASIDE: Final = 12  # tokens of an aside between a subject and its verb
TOTALS: Final = frozenset({"total", "group", "family", "crew", "team", "some", "maximum", "minimum"})


def headline_victims(sentence: Sentence, harm: Harm, phrases: Phrases) -> list[People]:
    """ "6-11 killed, perhaps three civilians": a number right before a bare participle counts its victims."""
    anchor = harm.anchor
    if anchor.index == 4 and anchor.tag in ("VBN", "VBD") and (one := _one_in_heading(sentence, phrases)):
        return one
    phrase = phrases.at.get(anchor.index - 1)
    if anchor.tag not in ("VBN", "VBD") or phrase is None or phrase.end != anchor.index - 1:
        return []
    if _starts_object(sentence, anchor.index + 1, phrases) or _is_listed(sentence, phrase):
        return []
    if harm.heads and any(phrase.number[0].index <= head.index <= phrase.end for head in harm.heads):
        return []
    return _list_left(sentence, phrase, phrases)


def subject_left(sentence: Sentence, harm: Harm, phrases: Phrases) -> list[People]:
    """The subject of a passive that the parse lost: the counted people right before its auxiliary.

    Behind "including" stands a part: "five to seven cousins, including a nurse and her son, were killed".
    """
    auxiliaries = sentence.kids(harm.anchor, "auxpass")
    if not auxiliaries or sentence.kids(harm.anchor, "nsubjpass", "nsubj"):
        return []
    before = auxiliaries[0].index - 1
    phrase = phrases.at.get(before)
    if phrase is None or phrase.end != before:
        return _one_behind_after(sentence, sentence.tokens[before], phrases)
    for token in reversed(sentence.tokens[max(0, before - MAX_LEFT) : before]):
        if token.lower == "including":
            return _counted_left(sentence, token, phrases)
        if token.pos in ("VERB", "AUX"):
            break
    return [] if _is_part(sentence, phrase) else _list_left(sentence, phrase, phrases)


def _one_in_heading(sentence: Sentence, phrases: Phrases) -> list[People]:
    """ "Boy, 17, killed in Arlen": one."""
    person, comma, age, second = sentence.tokens[:4]
    told = comma.text == second.text == "," and age.text.isdigit() and is_person_noun(person)
    found = people_of(sentence, person, phrases, strict=True) if told else None
    return [found] if found and found.quantity.best == 1 else []


def _one_behind_after(sentence: Sentence, subject: Token, phrases: Phrases) -> list[People]:
    """ "Police came after a 6-year-old was shot", where the parse ends at "after a 6-year-old"."""
    above = sentence.head(subject)
    if subject.dep != "pobj" or above.lower not in TIMES or not (subject.lower == "old" or is_person_noun(subject)):
        return []
    found = people_of(sentence, subject, phrases, strict=True)
    return [found] if found and found.quantity.best == 1 else []


def whole_of_listed(sentence: Sentence, anchor: Token, found: list[People], phrases: Phrases) -> list[People]:
    """The whole before "including", where the parse took the last of the list for the subject.

    "Forty civilians, including a mother and her children, were killed": forty, and the mother is a part.
    """
    if not found or anchor.dep == "relcl":  # "nine, including the three who died, were stabbed"
        return found
    start = min(token.index for token in found[0].tokens)
    for token in reversed(sentence.tokens[max(0, start - MAX_LEFT) : start]):
        if token.lower == "including":
            whole = [] if _is_of_other_harm(sentence, token) else _counted_left(sentence, token, phrases)
            return [*whole, *(replace(people, part=True) for people in found)] if whole else found
        aside = sentence.tokens[token.index - 1].lower in RELATIVES if token.index else False
        if token.pos in ("VERB", "AUX") and not aside:
            break
    return found


def _is_of_other_harm(sentence: Sentence, including: Token) -> bool:
    """ "Nine guards were stabbed, including the two killed": the nine are those stabbed."""
    before = sentence.tokens[max(0, including.index - 2) : including.index]
    return bool(before) and any(token.pos == "VERB" and token.tag in ("VBN", "VBD") for token in before)


def _starts_object(sentence: Sentence, index: int, phrases: Phrases) -> bool:
    """True where a verb has an object right behind it, and no harm of its own told of it."""
    phrase = phrases.at.get(index)
    if phrase is not None:
        return not _told_harm(sentence, phrase.end + 1)
    return index < len(sentence.tokens) and sentence.tokens[index].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ")


def recovered(sentence: Sentence, harm: Harm, phrases: Phrases, found: list[People]) -> list[People]:
    """The victims read from left to right, where the tree names none or does not count them."""
    if not found and harm.anchor.dep == "acl" and (right := _object_right(sentence, harm.anchor, phrases)):
        return right  # "air strikes killed as many as 27 'presumed rebels'", read as "airstrikes that were killed"
    if harm.leftward and all(people.quantity.best is None and not people.stated for people in found):
        counted = _counted_right(sentence, harm.anchor, phrases)
        left = [counted] if counted else _counted_left(sentence, harm.anchor, phrases)
        if left:
            return [*left, *(replace(p, part=True) for p in found if p.groups and p.noun != left[0].noun)]
    if found and harm.leftward and _in_brackets(sentence, found[0].tokens[0].index, harm.anchor.index):
        return _counted_left(sentence, harm.anchor, phrases) or found
    if found:
        return found
    if not harm.leftward:
        return _object_right(sentence, harm.anchor, phrases)
    named = _named_right(sentence, harm.anchor, phrases) or _named_left(sentence, harm, phrases)
    return counted_harm(sentence, harm.anchor, phrases) if not named and harm.own else named


def _in_brackets(sentence: Sentence, index: int, anchor: int) -> bool:
    """True for people in brackets before a harm word: "six nurses (four Danish, two Dutch) kidnapped" are six."""
    before = [token.text for token in sentence.tokens[:index]]
    between = [token.text for token in sentence.tokens[index:anchor]]
    return before.count("(") > before.count(")") and ")" in between


def _named_right(sentence: Sentence, anchor: Token, phrases: Phrases) -> list[People]:
    """ "An assailant shot dead Ole Lund, a former mayor": one person, where the parse lost the object."""
    start = anchor.index + 2
    if start >= len(sentence.tokens) or sentence.tokens[start - 1].lower != "dead":
        return []
    name = next((t for t in sentence.tokens[start:] if t.pos != "PROPN"), sentence.tokens[-1]).index - 1
    if name < start or name in phrases.places:
        return []
    found = people_of(sentence, sentence.tokens[name], phrases, strict=True)
    return [found] if found and found.quantity.best == 1 else []


def _object_right(sentence: Sentence, anchor: Token, phrases: Phrases) -> list[People]:
    """A counted object that the parse lost: "kills 10-12", "killed as many as 27 'presumed rebels'"."""
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


def _counted_left(sentence: Sentence, anchor: Token, phrases: Phrases) -> list[People]:
    """The nearest counted people before a harm word in its clause: "eight people, possibly rebels, killed"."""
    index, depth = anchor.index - 1, 0
    while index >= 0 and anchor.index - index <= MAX_LEFT:
        token = sentence.tokens[index]
        depth += (token.text == ")") - (token.text == "(")
        if depth == 0:
            phrase = phrases.at.get(index)
            if phrase is not None and not _is_part(sentence, phrase) and not _is_listed(sentence, phrase):
                told = any(t.lower in harm_table("participles") for t in sentence.tokens[phrase.end + 1 : anchor.index])
                return [] if told else _list_left(sentence, phrase, phrases)  # "20 dead and more wounded"
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


def _named_left(sentence: Sentence, harm: Harm, phrases: Phrases) -> list[People]:
    """ "In Brell, Ana Lund, niece of the mayor, was killed": one person, where the parse lost the subject."""
    auxiliaries = sentence.kids(harm.anchor, "auxpass", "aux")
    if not auxiliaries or auxiliaries[0].lower not in ("was", "is", "has", "had"):
        return []
    start = _before_aside(sentence, auxiliaries[0].index)
    for token in reversed(sentence.tokens[max(0, start - MAX_LEFT) : start]):
        if token.text in (";", ":") or token.pos in ("VERB", "AUX") or token.lower in ("which", "that", "it", "who"):
            return []
        person = token.pos == "NOUN" and is_person_noun(token) and token.tag not in ("NNS", "NNPS")
        if person or (token.pos == "PROPN" and token.index not in phrases.places and token.index > 0):
            found = people_of(sentence, token, phrases, strict=True)
            return [found] if found and found.quantity.best == 1 else []
    return []


def _before_aside(sentence: Sentence, start: int) -> int:
    """Where the words before an aside end: "another nurse, also asleep in the cellar, was abducted"."""
    if start == 0 or sentence.tokens[start - 1].text != ",":
        return start
    commas = (t.index for t in reversed(sentence.tokens[max(0, start - MAX_ASIDE) : start - 1]) if t.text == ",")
    return next(commas, start)


def _is_part(sentence: Sentence, phrase: Counted) -> bool:
    """ "four of them", "three of whom": a part of what was counted before."""
    after = sentence.tokens[phrase.number[-1].index + 1 : phrase.number[-1].index + 3]
    return [token.lower for token in after] in (["of", "them"], ["of", "whom"], ["of", "which"])


def is_of_them(sentence: Sentence, people: People, phrases: Phrases) -> bool:
    """True where people are counted as some "of them"."""
    phrase = phrases.at.get(people.tokens[0].index)
    return phrase is not None and _is_part(sentence, phrase)


def _is_listed(sentence: Sentence, phrase: Counted) -> bool:
    """ "including as many as two children", "father of five": no count of the victims."""
    start = phrase.number[0].index
    before = [token.lower for token in sentence.tokens[max(0, start - 2) : start]]
    if before[-1:] == ["of"]:
        return before[0] not in TOTALS
    return before[-1:] != [] and before[-1] in ("including", "mostly", "mainly", "possibly")


def _ends_clause(token: Token, anchor: Token) -> bool:
    if token.text in (";", ":") or (token.pos == "PRON" and token.dep in ("nsubj", "nsubjpass")):
        return True
    if token.lower == "including":
        return False  # "some 30 to 40 herders, including nine boys, were shot dead"
    finite = token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBZ", "VBP", "MD", "VBG")
    joined_to = token.index in (anchor.head, anchor.index)
    return finite and token.head != anchor.index and not joined_to and anchor.index - token.index > 3


def counted_harm(sentence: Sentence, anchor: Token, phrases: Phrases) -> list[People]:
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
