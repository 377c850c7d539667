"""A roster's entry: one person whose death is told, and what the words say of sex and age."""

from dataclasses import dataclass, field
from functools import cache
from typing import Final

from onrecord.claims.casualties_words import ADULT_YEARS, DAUGHTERS, SONS, demographics
from onrecord.model.codes import TollGroup
from onrecord.model.reading import Sentence, Token
from onrecord.registry import lexicon

GROUP_OF: Final[dict[str, TollGroup]] = {"man": "men", "woman": "women"}
SEX_OF: Final = {"men": "man", "women": "woman"}


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
    sex: str = ""  # "man" or "woman", where no noun but a title, a pronoun or kin tells it
    grown: bool = False  # told to be no child: "his wife", "the engineer"
    owner: bool = False  # whose kin it is has a name: "Nils's wife"

    @property
    def is_empty(self) -> bool:
        return not (self.noun or self.name)

    @property
    def told_sex(self) -> str:
        """ "man" or "woman", by the noun before all else; "" where nothing tells it."""
        if self.noun in SONS:
            return "man"
        if self.noun in DAUGHTERS:
            return "woman"
        return SEX_OF.get(demographics().get(self.noun, ""), self.sex)

    @property
    def group(self) -> TollGroup | None:
        """Child, woman or man, by the age, the noun and the sex; None where they do not tell."""
        if self.age is not None and self.age < ADULT_YEARS:
            return "children"
        found = demographics().get(self.noun)
        if found in ("women", "men"):
            return found
        if self.age is None and not self.grown:
            return "children" if found == "children" else None
        return GROUP_OF.get(self.told_sex)

    def take(self, other: "Entry") -> None:
        """Takes in what another entry says of the same person."""
        self.name, self.noun = self.name or other.name, self.noun or other.noun
        self.age = self.age if self.age is not None else other.age
        self.sex, self.grown = self.sex or other.sex, self.grown or other.grown
        self.tokens = [*self.tokens, *other.tokens]


def completes(last: Entry, entry: Entry, sentence: Sentence) -> bool:
    """True where two entries are one person: "his wife, Mai Lund,"; "the wife of Ole, Mai"; "Mai Lund, a mother,"."""
    if not last.tokens or not entry.tokens or last.count > 1 or entry.count > 1:
        return False
    between = sentence.tokens[last.tokens[-1].index + 1 : entry.tokens[0].index]
    if not between or "and" in {token.lower for token in between}:
        return False
    if last.noun and not last.name and entry.name:
        again = between[-1].lower == "the" and last.told_sex == entry.told_sex  # "his wife, the grandmother Mai"
        whose = between[0].lower == "of" and between[-1].text == ","
        return (between[0].text == "," or whose) and (not entry.noun or entry.inherited or again)
    behind = between[0].text == "," and bool(last.name) and not last.noun
    return behind and bool(entry.noun) and not entry.name and not entry.owned


def is_of_another(last: Entry, entry: Entry, sentence: Sentence) -> bool:
    """ "The wife of a commander, Ole Lund": the name is the commander's, and he is not said to be dead."""
    if not last.noun or last.name or not entry.name or entry.age is not None:
        return False
    between = [token.lower for token in sentence.tokens[last.tokens[-1].index + 1 : entry.tokens[0].index]]
    return len(between) > 3 and between[0] == "of" and between[1] in ("a", "an") and between[-1] == ","
