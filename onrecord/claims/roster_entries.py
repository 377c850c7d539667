"""Entries of a roster: the persons whom a run of words names one by one, read from left to right.

Long lists of names are where a parse goes astray most, so the order of the words decides, not the tree.
"""

from collections.abc import Sequence
from typing import Final

from onrecord.claims.casualties_phrases import Phrases
from onrecord.claims.casualties_words import AGE_UNITS, AGE_WORDS, MAX_AGE_YEARS, demographics, is_person_noun, noun_key
from onrecord.claims.roster_entry import Entry, completes, is_of_another, words
from onrecord.model.reading import Sentence, Token

PRONOUNS: Final = {"his": "man", "her": "woman"}
GENITIVES: Final = frozenset({"’s", "'s"})
TENS: Final = {
    word: ten
    for ten, word in zip(
        range(20, 100, 10), ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], strict=True
    )
}
OWNERS: Final = frozenset({*PRONOUNS, *GENITIVES, "their"})
CLOSE: Final = {"(": ")", "[": "]"}
INSIDE: Final = frozenset({"-", "/", "‘", "’", "'", "`"})  # a name goes on behind them
NAMELESS: Final = frozenset({"unnamed", "unidentified", "unknown"})


class Scanner:
    """Reads entries from left to right. Holds the entry under way and the noun of a list ("two sons, ...").

    `before` are those told before in the sentence, of whom "his" and "her" may speak.
    """

    def __init__(self, sentence: Sentence, phrases: Phrases, before: Sequence[Entry] = ()) -> None:
        self.sentence = sentence
        self.phrases = phrases
        self.before = before
        self.found: list[Entry] = []
        self.entry = Entry()
        self.listed = ""
        self.to_name = 0  # how many of those listed have no name yet
        self.owner: Entry | None = None  # of whom "his" and "her" spoke last
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
        if token.text == "-" and [t.lower for t in self.sentence.tokens[token.index + 1 :][:3]] == ["in", "-", "law"]:
            self.entry.grown = True  # "his daughter-in-law"
            self.entry.tokens.extend(self.sentence.tokens[token.index : token.index + 4])
            return token.index + 4
        after = self._age(token, end)
        if after is not None:
            return after
        if token.lower in words("joining"):
            self._join(token)
        elif token.lower in words("passing"):
            self.skipping = True
        elif token.lower in OWNERS:
            self._owner(token)
        elif self._before(token) == "as" and token.lower in words("fathers"):
            self._grown("man")  # "also known as Abu Nils"
        elif self.skipping and token.lower == "family" and self._before(token) == "the":
            self.skipping = False  # "the father of the family Ole Lund"
        elif not self.skipping and token.index not in self.phrases.dates:
            self._word(token)
        return token.index + 1

    def _before(self, token: Token) -> str:
        return self.sentence.tokens[token.index - 1].lower if token.index else ""

    def _person(self) -> Entry | None:
        """The person told last."""
        return self.entry if not self.entry.is_empty else self.found[-1] if self.found else None

    def _grown(self, sex: str) -> None:
        """Takes in that the person told last is a man or a woman, where no word has said so before."""
        person = self._person()
        if person is not None and person.name and not person.told_sex:
            person.sex, person.grown = sex, True
        self.skipping = True

    def _join(self, token: Token) -> None:
        before = self.sentence.tokens[token.index - 1] if token.index else None
        if token.text in INSIDE and before is not None and before.pos == "PROPN":
            return  # "al-Lund": the name goes on
        self.skipping = False
        if not self.entry.is_empty:
            self._flush()
        self.entry.grown = False

    def _owner(self, token: Token) -> None:
        """ "Nils's wife", "his wife": who is named before owns, and another person follows."""
        if token.lower in GENITIVES:
            before = self.sentence.tokens[token.index - 1] if token.index else None
            self.entry = Entry(owned=True, owner=before is not None and before.pos == "PROPN")
        else:
            self._flush()
            self.owner = self._spoken_of(PRONOUNS.get(token.lower, ""))
            self.entry.owned = True
            self.listed = ""
        self.skipping = False

    def _spoken_of(self, sex: str) -> Entry | None:
        """Of whom "his" or "her" speaks: the named person told last who may be of that sex, which is now told."""
        for person in reversed([*self.before, *self.found]):
            if sex and person.name and person.count == 1 and person.told_sex in ("", sex):
                person.sex = sex
                return person
        return None

    def _word(self, token: Token) -> None:
        lower = token.lower
        if self.entry.name and token.pos == "NOUN" and self._is_attribute(token):
            self.entry.name, self.entry.tokens = [], []
        if token.pos == "PROPN" and not self.entry.name:
            self._address(token)
        if lower in words("no_person"):
            self.entry, self.skipping = Entry(), True
        elif noun_key(token) in demographics() and (token.pos == "NOUN" or self._is_capital_noun(token)):
            self._noun(token)
        elif lower.rstrip(".") in words("grown_up") and not self.entry.name:
            self._work(token)
        elif lower == "as":
            self.listed = ""  # "their children, as were Ole and Ana"
        elif token.pos == "PROPN" and self._is_name(token):
            self._name(token)

    def _is_attribute(self, token: Token) -> bool:
        """ "The Lund Radio journalist Ana Berg": the name right before somebody's work is no person's."""
        before = self.sentence.tokens[token.index - 1] if token.index else None
        return before is not None and before.pos == "PROPN" and is_person_noun(token)

    def _is_name(self, token: Token) -> bool:
        """True for a name of somebody who may be dead: no title, no place, not who says so."""
        says_so = token.index in self.phrases.sources and self.entry.age is None
        if says_so or token.lower.rstrip(".") in words("titles"):
            return False
        return bool(self.entry.name) or not self._is_place(token)

    def _work(self, token: Token) -> None:
        """ "The engineer Ole Lund"; "Ole Lund, an engineer,": somebody with such work is no child."""
        behind = self._before(token) in ("a", "an") and self.entry.is_empty and bool(self.found)
        (self.found[-1] if behind else self.entry).grown = True

    def _address(self, token: Token) -> None:
        """ "Mrs Lund", "Sheikh Ali": a form of address tells the sex where no noun does."""
        for kind, sex in (("of_women", "woman"), ("of_men", "man")):
            if token.lower.rstrip(".") in words(kind) and not self.entry.noun:
                self.entry.sex, self.entry.grown = sex, True

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
        if self.listed == self.entry.noun and self.to_name and token.tag == "NN":
            self.to_name -= 1  # "four sons: the eldest son, Nils, and Per"
        else:
            self.listed = ""
        if self.owner is not None and self.entry.owned and self.entry.noun in words("of_grown"):
            self.owner.grown = True  # "his wife", "her two daughters"
        if token.tag in ("NNS", "NNPS"):
            counted = self.phrases.of(self.sentence, token)
            self.entry.count = (counted.quantity.best or 2) if counted else 2
            self.listed, self.to_name = self.entry.noun, self.entry.count if counted else len(self.sentence.tokens)

    def _name(self, token: Token) -> None:
        before = self.sentence.tokens[token.index - 1] if token.index else None
        goes_on = self.entry.name and before is not None and (before.pos == "PROPN" or before.text in INSIDE | {")"})
        if (self.entry.name and not goes_on) or self.entry.count > 1:
            self._flush()
        if self.listed and self.to_name and not self.entry.noun:
            self.entry.noun, self.entry.inherited = self.listed, True
            self.to_name -= 1
        if token.lower in words("fathers") and not words("fathers").isdisjoint(self.entry.name):
            self._grown("man")  # "Ole Abu Lund Abu Nils": a surname, and the father of Nils
            self.skipping = False
        self.entry.name.append(token.lower)
        self.entry.tokens.append(token)

    def _age(self, token: Token, end: int) -> int | None:
        """Takes in "34-year-old", "34 years old", "aged 34", ", 34,"; the index behind it, None for no age."""
        tokens = self.sentence.tokens
        value = self._number(token)
        if value is None or value > MAX_AGE_YEARS or token.index in self.phrases.dates:
            return None
        rest = [t.lower for t in tokens[token.index + 1 : min(token.index + 6, end)]]
        bare = [word for word in rest if word != "-"][:2]
        if bare[:1] and bare[0] in AGE_UNITS and bare[1:] == ["old"]:
            last = next(t.index for t in tokens[token.index + 1 :] if t.lower == "old")
            self._take_age(value if bare[0].startswith("year") else 0, last, end)
            return last + 1
        before = self._before(token)
        if before == "aged" or (before == "," and (not rest or rest[0] in (",", ".", "and"))):
            self._set_age(value)
            return token.index + 1
        return None

    def _number(self, token: Token) -> int | None:
        """A number in figures or words: "34", "nine", and the "nine" of "twenty-nine"."""
        if token.text.isdigit():
            return int(token.text)
        tens = self.sentence.tokens[token.index - 2].lower if token.index > 1 and self._before(token) == "-" else ""
        one = AGE_WORDS.get(token.lower)
        return one + TENS.get(tens, 0) if one is not None else TENS.get(token.lower)

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
        person = self._person()
        if person is not None and person.age is None:
            person.age = age

    def _bracket(self, token: Token, end: int) -> int:
        """ "(34)", "(aged 9)", "(child)", "(son)", "(Umm Nils)": what it says of the person told last."""
        tokens = self.sentence.tokens
        close = next((t.index for t in tokens[token.index :] if CLOSE[token.text] in t.text), end)
        inside = tokens[token.index + 1 : close]
        if close < len(tokens) and len(tokens[close].text) > 1:
            inside = tokens[token.index + 1 : close + 1]  # "8)", which the tokenizer takes for a face
        person = self._person()
        if person is None:
            return close + 1
        told = [t.lower.partition(")")[0] for t in inside[:2] if t.lower not in ("age", "aged")][
            :1
        ]  # "(34)", "(aged 9 months)"
        numbers = [int(t) if t.isdigit() else AGE_WORDS[t] for t in told if t.isdigit() or t in AGE_WORDS]
        numbers = [number for number in numbers if number <= MAX_AGE_YEARS]
        lower = {t.lower for t in inside}
        if lower & NAMELESS and "age" not in lower:
            self.listed = ""
        if numbers:
            self._set_age(0 if lower & {"month", "months", "week", "weeks", "days"} else numbers[0])
        self._parent(person, inside, close)
        nouns = [t.lower for t in inside if t.lower in demographics()]
        if nouns and (not person.noun or person.inherited) and len(inside) <= 2:
            person.noun = nouns[0]
        return close + 1

    def _parent(self, person: Entry, inside: Sequence[Token], close: int) -> None:
        """ "Ida Lund (Umm Nils)", "Ole Lund (known as Abu Nils)": the mother, the father of Nils.

        A name goes on behind a surname in brackets: "Ida (Abu Berg) Lund".
        """
        lower = [t.lower for t in inside if t.lower not in words("known_as")]
        goes_on = close + 1 < len(self.sentence.tokens) and self.sentence.tokens[close + 1].pos == "PROPN"
        if not lower or goes_on:
            return
        sex = "woman" if lower[0] in words("mothers") else "man" if lower[0] in words("fathers") else ""
        if sex and person.told_sex in ("", sex):
            person.sex, person.grown = sex, True

    def _flush(self) -> None:
        entry, self.entry = self.entry, Entry()
        if entry.is_empty:
            self.entry.age, self.entry.grown = entry.age, entry.grown
            return
        last = self.found[-1] if self.found else None
        if last is not None and is_of_another(last, entry, self.sentence):
            return
        if last is not None and completes(last, entry, self.sentence):
            last.take(entry)
        else:
            self.found.append(entry)
