"""Entries of a roster: the persons whom a run of words names one by one, read from left to right.

Long lists of names are where a parse goes astray most, so the order of the words decides, not the tree.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from onrecord.claims.casualties_phrases import Phrases
from onrecord.claims.casualties_words import (
    ADULT_YEARS,
    AGE_UNITS,
    AGE_WORDS,
    DAUGHTERS,
    MAX_AGE_YEARS,
    SONS,
    demographics,
    noun_key,
)
from onrecord.model.codes import TollGroup
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

OWNERS: Final = frozenset({"his", "her", "their", "’s", "'s"})
CLOSE: Final = {"(": ")", "[": "]"}


@cache
def words(kind: str) -> frozenset[str]:
    """A word list of lexicon/roster.yml."""
    return frozenset(lexicon("roster")[kind])


@dataclass(slots=True)
class Entry:
    """One person as the words go on: the noun that says who it is, the name, the age; of "sons" the `count`."""

    noun: str = ""
    name: list[str] = field(default_factory=list)
    age: int | None = None
    tokens: list[Token] = field(default_factory=list)
    count: int = 1
    owned: bool = False  # "his", "her": another person than the one before
    inherited: bool = False  # the noun is that of the list: "two sons, Nils and Per"

    @property
    def is_empty(self) -> bool:
        return not (self.noun or self.name)

    @property
    def group(self) -> TollGroup | None:
        """Child, woman or man, by the age and the noun; None where neither tells."""
        if self.age is not None and self.age < ADULT_YEARS:
            return "children"
        found = demographics().get(self.noun)
        if found == "children" and self.age is not None:
            return "men" if self.noun in SONS else "women" if self.noun in DAUGHTERS else None
        return found if found in ("children", "women", "men") else None


class Scanner:
    """Reads entries from left to right. Holds the entry under way and the noun of a list ("two sons, ...")."""

    def __init__(self, sentence: Sentence, phrases: Phrases) -> None:
        self.sentence = sentence
        self.phrases = phrases
        self.found: list[Entry] = []
        self.entry = Entry()
        self.listed = ""
        self.skipping = False

    def read(self, start: int, end: int) -> list[Entry]:
        """The entries from one index up to another, the end excluded."""
        index = start
        while index < end:
            index = self._step(self.sentence.tokens[index], end)
        self._flush()
        return self.found

    def _step(self, token: Token, end: int) -> int:
        """Takes in one token, or a run of them; the index of what follows."""
        if token.text in CLOSE:
            return self._bracket(token, end)
        after = self._age(token, end)
        if after is not None:
            return after
        if token.lower in words("joining"):
            self._join(token)
        elif token.lower in words("passing"):
            self.skipping = True
        elif token.lower in OWNERS:
            self._owner(token)
        elif not self.skipping and token.index not in self.phrases.dates:
            self._word(token)
        return token.index + 1

    def _join(self, token: Token) -> None:
        before = self.sentence.tokens[token.index - 1] if token.index else None
        if token.text == "-" and before is not None and before.pos == "PROPN":
            return  # "al-Lund": the name goes on
        self.skipping = False
        if not self.entry.is_empty:
            self._flush()

    def _owner(self, token: Token) -> None:
        """ "Nils's wife", "his wife": who is named before owns, and another person follows."""
        if token.lower in ("’s", "'s"):
            self.entry = Entry(owned=True)
        else:
            self._flush()
            self.entry.owned = True
        self.skipping = False

    def _word(self, token: Token) -> None:
        lower = token.lower
        if token.pos == "PROPN" and not self.entry.name:
            self._address(token)
        if lower in words("no_person"):
            self.entry, self.skipping = Entry(), True
        elif noun_key(token) in demographics() and (token.pos == "NOUN" or self._is_capital_noun(token)):
            self._noun(token)
        elif token.pos == "PROPN" and lower not in words("titles") and (self.entry.name or not self._is_place(token)):
            self._name(token)

    def _address(self, token: Token) -> None:
        """ "Mrs Lund", "Sheikh Ali": a form of address tells the sex where no noun does."""
        for kind, noun in (("of_women", "woman"), ("of_men", "man")):
            if token.lower in words(kind) and not self.entry.noun:
                self.entry.noun = noun

    def _is_capital_noun(self, token: Token) -> bool:
        """True for "Grandmother Ida Lund", "Mother of three Ana Lund"."""
        return token.pos == "PROPN" and not self.entry.name and token.index + 1 < len(self.sentence.tokens)

    def _is_place(self, token: Token) -> bool:
        """True for a place word that begins no name: "in Arlen", not "Ana Arlen" or "34-year-old Arlen"."""
        following = self.sentence.tokens[token.index + 1] if token.index + 1 < len(self.sentence.tokens) else None
        named = following is not None and following.pos == "PROPN" and following.index not in self.phrases.places
        return token.index in self.phrases.places and self.entry.age is None and not self.entry.noun and not named

    def _noun(self, token: Token) -> None:
        if self.entry.noun and self.entry.tokens[-1].index == token.index - 1:
            if self.entry.noun in words("babies"):
                self.entry.tokens.append(token)  # "her infant daughter"
                return
        elif self.entry.noun or self.entry.name:
            self._flush()
        self.entry.noun = noun_key(token)
        self.entry.tokens.append(token)
        self.listed = ""
        if token.tag in ("NNS", "NNPS"):
            counted = self.phrases.of(self.sentence, token)
            self.entry.count = (counted.quantity.best or 2) if counted else 2
            self.listed = self.entry.noun

    def _name(self, token: Token) -> None:
        before = self.sentence.tokens[token.index - 1] if token.index else None
        goes_on = self.entry.name and before is not None and (before.pos == "PROPN" or before.text in ("-", ")"))
        if (self.entry.name and not goes_on) or self.entry.count > 1:
            self._flush()
        if self.listed and not self.entry.noun:
            self.entry.noun, self.entry.inherited = self.listed, True
        self.entry.name.append(token.lower)
        self.entry.tokens.append(token)

    def _age(self, token: Token, end: int) -> int | None:
        """Takes in "34-year-old", "34 years old", "aged 34", ", 34,"; the index behind it, None for no age."""
        tokens = self.sentence.tokens
        value = int(token.text) if token.text.isdigit() else AGE_WORDS.get(token.lower)
        if value is None or value > MAX_AGE_YEARS or token.index in self.phrases.dates:
            return None
        rest = [t.lower for t in tokens[token.index + 1 : min(token.index + 6, end)]]
        bare = [word for word in rest if word != "-"][:2]
        if bare[:1] and bare[0] in AGE_UNITS and bare[1:] == ["old"]:
            last = next(t.index for t in tokens[token.index + 1 :] if t.lower == "old")
            self._take_age(value if bare[0].startswith("year") else 0, last, end)
            return last + 1
        before = tokens[token.index - 1].lower if token.index else ""
        if before == "aged" or (before == "," and (not rest or rest[0] in (",", ".", "and"))):
            self._set_age(value)
            return token.index + 1
        return None

    def _take_age(self, age: int, last: int, end: int) -> None:
        """An age before a name or a noun begins a person; one behind it belongs to the person told last."""
        tokens = self.sentence.tokens
        following = tokens[last + 1] if last + 1 < end else None
        leads = following is not None and following.pos in ("NOUN", "PROPN", "ADJ")
        if not leads:
            self._set_age(age)
            return
        if self.entry.name or self.entry.count > 1:
            self._flush()
        self.entry.age = age
        self.skipping = False

    def _set_age(self, age: int) -> None:
        person = self.entry if not self.entry.is_empty else self.found[-1] if self.found else None
        if person is not None and person.age is None:
            person.age = age

    def _bracket(self, token: Token, end: int) -> int:
        """ "(34)", "(aged 9)", "(child)", "(son)": what it says of the person told last."""
        close = next((t.index for t in self.sentence.tokens[token.index :] if t.text == CLOSE[token.text]), end)
        inside = self.sentence.tokens[token.index + 1 : close]
        person = self.entry if not self.entry.is_empty else self.found[-1] if self.found else None
        told = [t for t in inside[:2] if t.lower not in ("age", "aged")][:1]  # "(34)", "(aged 9 months)"
        numbers = [int(t.text) for t in told if t.text.isdigit() and int(t.text) <= MAX_AGE_YEARS]
        lower = {t.lower for t in inside}
        if person is not None and not person.noun and lower & {"umm", "um"}:
            person.noun = "woman"  # "Ida Lund (Umm Nils)": the mother of Nils
        if person is not None and numbers:
            self._set_age(0 if lower & {"month", "months", "week", "weeks", "days"} else numbers[0])
        nouns = [t.lower for t in inside if t.lower in demographics()]
        if person is not None and nouns and (not person.noun or person.inherited) and len(inside) <= 2:
            person.noun = nouns[0]
        return close + 1

    def _flush(self) -> None:
        entry, self.entry = self.entry, Entry()
        if entry.is_empty:
            self.entry.age = entry.age
            return
        last = self.found[-1] if self.found else None
        if last is not None and _completes(last, entry, self.sentence):
            last.name, last.age = last.name or entry.name, last.age if last.age is not None else entry.age
            last.noun, last.tokens = last.noun or entry.noun, [*last.tokens, *entry.tokens]
        else:
            self.found.append(entry)


def _completes(last: Entry, entry: Entry, sentence: Sentence) -> bool:
    """True where two entries are one person: "his wife, Mai Lund,"; "Mai Lund, mother of three,"."""
    between = sentence.tokens[last.tokens[-1].index + 1].text if last.tokens else ""
    if between != "," or last.count > 1 or entry.count > 1:
        return False
    if last.noun and not last.name and entry.name and (not entry.noun or entry.inherited):
        return True
    return bool(last.name and not last.noun and entry.noun and not entry.name and not entry.owned)
