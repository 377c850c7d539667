"""Counted phrases: a number, and the noun that it counts, read from left to right, where a parse often goes astray."""

from dataclasses import dataclass
from typing import Final

from onrecord.claims.casualties_words import harm, is_person_noun
from onrecord.model.reading import Reading, Sentence, Token
from onrecord.model.values import Quantity

MAX_NOUN_GAP: Final = 9  # tokens from a number to its noun: "nine alleged senior members of the ..."
AGES: Final = frozenset(
    {
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "yr",
        "yo",
        "y",
        "hour",
        "hours",
        "minute",
        "minutes",
    }
)
MEANS_DONE: Final = frozenset(
    {"shot", "stabbed", "gunned", "hacked", "beaten", "burnt", "burned", "lynched", "beheaded"}
)
PART_WORDS: Final = frozenset({"including", "incl", "incl.", "among"})  # "rose to six including the bomber"
PICTURES: Final = frozenset({"image", "photo", "picture", "slide"})
OF_ONE: Final = frozenset({"was", "is", "has"})
YEARS: Final = range(1900, 2101)
QUOTES: Final = frozenset({"‘", "’", "'", '"', "“", "”", "-", "``", "''"})
SHARES: Final = frozenset(
    {
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "percent",
        "%",
        "most",
        "majority",
        "some",
        "many",
        "few",
        "part",
    }
)
MAX_OWNER: Final = 7  # tokens from a share to the number of the whole: "half of the city of X's two million people"
OF_THE: Final = frozenset({"of", "the", "these", "those", "his", "her", "their", "its", "our"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the tokens of it, and the noun that it counts; None where the number stands alone."""

    quantity: Quantity
    number: tuple[Token, ...]
    noun: Token | None

    @property
    def end(self) -> int:
        """The index of its last token."""
        return self.noun.index if self.noun else self.number[-1].index


class Phrases:
    """The counted phrases of a sentence, by the index of any token in them."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.at: dict[int, Counted] = {}
        self.places = {
            token.index for m in reading.mentions_in(sentence.span, "PLACE") for token in sentence.within(m.span)
        }
        self.dates = {
            token.index for m in reading.mentions_in(sentence.span, "DATE") for token in sentence.within(m.span)
        }
        self.sources = {  # who says so
            token.index
            for attribution in reading.attributions
            if attribution.source is not None and sentence.span.covers(attribution.source)
            for token in sentence.within(attribution.source)
        }
        for mention in reading.mentions_in(sentence.span, "QUANTITY"):
            if not isinstance(mention.value, Quantity):
                continue
            number = tuple(sentence.within(mention.span))
            if not number or _is_age(sentence, number) or _is_no_count(sentence, number):
                continue
            counted = Counted(mention.value, number, _noun_after(sentence, number[-1].index + 1))
            if _is_year(counted):
                continue
            for index in range(number[0].index, counted.end + 1):
                self.at.setdefault(index, counted)

    def of(self, sentence: Sentence, head: Token) -> Counted | None:
        """The counted phrase that a noun heads: by its place, or by the number that hangs on it."""
        here = self.at.get(head.index)
        if here is not None:
            return here
        for kid in reversed(sentence.kids(head)):
            if kid.index < head.index and kid.dep in ("nummod", "quantmod") and kid.index in self.at:
                counted = self.at[kid.index]
                if counted.noun is None or counted.noun.index < head.index:
                    return Counted(counted.quantity, counted.number, head)
        return None


def _is_age(sentence: Sentence, number: tuple[Token, ...]) -> bool:
    """ "25-year-old", "aged 25", "Name, 25,": no count of people."""
    after = [token.lower for token in sentence.tokens[number[-1].index + 1 : number[-1].index + 3]]
    before = sentence.tokens[number[0].index - 1].lower if number[0].index else ""
    if (after[:1] and after[0] in AGES) or (after[:1] == ["-"] and after[1:] and after[1] in AGES):
        return True
    if _is_age_of_two(sentence, number):
        return True
    return before in ("aged", "age") or (
        before == ","
        and bool(after)
        and (after[0] in (",", ".") or after[0] in OF_ONE)  # "Ana Lund, 34 was shot"
        and _after_name(sentence, number)
    )


def _is_no_count(sentence: Sentence, number: tuple[Token, ...]) -> bool:
    """ "Half of the 40 workers", "almost as many workers": a number of others."""
    before = sentence.tokens[number[0].index - 1].lower if number[0].index else ""
    behind = {token.lower for token in sentence.tokens[max(0, number[0].index - 3) : number[0].index]}
    if behind & PICTURES and number[0].text.isdigit():
        return True  # "Image 3 of 9": a counter
    compared = number[0].lower == "as" and number[-1].lower == "many"
    return compared or (before == "as" and number[0].lower == "many") or _is_whole_of_a_share(sentence, number)


def _is_whole_of_a_share(sentence: Sentence, number: tuple[Token, ...]) -> bool:
    """ "Half of the town's 2,000 people", "some of the 40 workers": the number is of the whole, not of the share."""
    before = [token.lower for token in sentence.tokens[max(0, number[0].index - MAX_OWNER) : number[0].index]]
    after = sentence.tokens[number[-1].index + 2 : number[-1].index + 3]
    if after and after[0].lower in harm("participles") and after[0].dep == "acl":
        return False  # "many of the 49 people killed": the 49 are
    of = next((n for n in range(len(before) - 1, 0, -1) if before[n] == "of"), 0)
    between = before[of + 1 :]
    owned = between and (between[0] in OF_THE or between[-1] in ("'s", "’s", "'", "’"))
    return of > 0 and before[of - 1] in SHARES and (not between or bool(owned))


def _is_year(counted: Counted) -> bool:
    """ "2023", where no people are counted."""
    best = counted.quantity.best
    written = len(counted.number[-1].text) == 4 and counted.number[-1].text.isdigit()
    return written and best is not None and best in YEARS and (counted.noun is None or not is_person_noun(counted.noun))


def _after_name(sentence: Sentence, number: tuple[Token, ...]) -> bool:
    """True for a number behind a name or one person: "Ana Lund, 34,", "Girl, 16,"."""
    index = number[0].index - 2
    token = sentence.tokens[index] if index >= 0 else None
    return token is not None and (token.pos == "PROPN" or (token.tag not in ("NNS", "NNPS") and is_person_noun(token)))


def _is_age_of_two(sentence: Sentence, number: tuple[Token, ...]) -> bool:
    """ "Two boys, 8 and 11, were hit": neither number counts anybody."""
    if len(number) != 1:
        return False
    index = number[0].index
    for start in (index - 2, index - 4):
        run = sentence.tokens[max(0, start) : start + 6]
        if start < 0 or len(run) < 6 or [run[n].lower for n in (1, 3, 5)] != [",", "and", ","]:
            continue
        if run[0].tag == "NNS" and is_person_noun(run[0]) and run[2].text.isdigit() and run[4].text.isdigit():
            return True
    return False


def _noun_after(sentence: Sentence, start: int) -> Token | None:
    """The noun that a number counts: the last of a run of nouns, or the first that names people."""
    found: Token | None = None
    tokens = sentence.tokens
    for token in tokens[start : start + MAX_NOUN_GAP]:
        following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
        if token.lower in QUOTES or (found is None and _is_of_the(token, following)):
            continue
        if _is_harm(token) and not (
            following is not None and following.pos in ("NOUN", "PROPN") and is_person_noun(following)
        ):
            break
        if token.lower in MEANS_DONE or token.lower in PART_WORDS:
            break
        if token.pos == "ADJ" and is_person_noun(token) and not (following is not None and _continues(following)):
            return token if found is None else found  # "1 civilian shot dead"
        if token.pos in ("NOUN", "PROPN"):
            found = token
            if is_person_noun(token) and not (following is not None and _continues(following)):
                break
        elif not _may_qualify(token, following, found):
            if is_person_noun(token):  # a noun that the tagger took for a verb: "2 staff killed"
                found = token
            break
    return found


def _may_qualify(token: Token, following: Token | None, found: Token | None) -> bool:
    """True where a word may stand between a number and its noun: "two *alleged senior* rebels"."""
    if token.pos == "NUM":
        return following is not None and following.text == "-"
    if token.tag in ("VBN", "VBG") and token.pos == "VERB":
        return found is None
    return token.pos == "ADJ" or token.tag in ("VBN", "VBG", "JJ", "FW")


def _is_of_the(token: Token, following: Token | None) -> bool:
    """ "three of the soldiers": the "of" before an article or a possessive, and that itself."""
    if token.lower == "of":
        return following is not None and following.lower in OF_THE
    return token.lower in OF_THE


def _is_harm(token: Token) -> bool:
    return token.lower in harm("participles") or (token.pos == "VERB" and token.lemma.lower() in harm("verbs"))


def _continues(token: Token) -> bool:
    """ "staff member", "army soldiers": the next word still names the same people."""
    return token.pos in ("NOUN", "PROPN") and not _is_harm(token) and is_person_noun(token)
