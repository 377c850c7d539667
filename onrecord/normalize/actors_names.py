"""Named actors: armed groups and forces of the lexicon, under any of their names."""

from collections.abc import Iterator
from functools import cache
from typing import Final, cast

from onrecord.model.codes import AttackerKind
from onrecord.model.phrases import Phrasebook
from onrecord.model.reading import Mention, Sentence, Token
from onrecord.model.values import Actor
from onrecord.registry import lexicon_rows

MAX_ACRONYM: Final = 5  # letters: "FARC"; a shorter name in capitals counts only where the text has it in capitals
DOUBT: Final = frozenset(
    {"suspected", "alleged", "presumed", "allegedly", "purported", "believed", "apparent", "likely"}
)
# Nouns that a group's name leans on: "Boko Haram fighters" is the group.
FOLLOWERS: Final = frozenset(
    {
        *("militant", "fighter", "rebel", "insurgent", "gunman", "guerrilla", "guerilla", "force", "terrorist"),
        *("member", "troop", "militia", "militiaman", "group", "unit", "commando", "jihadist", "extremist"),
        *("separatist", "soldier", "bandit", "operative"),
    }
)
CREEDS: Final = frozenset({"Maoist", "Maoists", "Naxalite", "Islamist"})  # of many groups, and names of some
BETWEEN: Final = frozenset({"urban", "rebel", "armed", "guerrilla", "terrorist", "suicide"})


@cache
def _book() -> Phrasebook[tuple[str, Actor]]:
    """Names in lower case, each with its own spelling and the actor."""
    book: Phrasebook[tuple[str, Actor]] = Phrasebook()
    for name, kind, country, *rest in lexicon_rows("actors"):
        actor = Actor(name, cast(AttackerKind, kind), country or None)
        aliases = rest[0].split("|") if rest and rest[0] else []
        for alias in (name, *aliases):
            book.add(alias, (alias, actor))
    return book


def named_actors(sentence: Sentence) -> Iterator[Mention]:
    """The mentions of named groups: "ISWAP", "Shining Path guerrillas"."""
    end = -1
    found = _book().find(sentence)
    starts = {phrase.first for phrase in found}
    for phrase in found:
        if phrase.first == phrase.last and phrase.last + 1 in starts and phrase.entry[0] in CREEDS:
            continue  # "Maoist Shining Path guerrillas"
        words = list(sentence.tokens[phrase.first : phrase.last + 1])
        alias, actor = phrase.entry
        if phrase.first <= end or not _is_spelled(words, alias):
            continue
        end = phrase.last
        last = _with_follower(sentence, sentence.tokens[phrase.last])
        alleged = actor.alleged or is_doubted(sentence, last)
        yield Mention(sentence.covering([*words, last]), "ACTOR", Actor(actor.name, actor.kind, actor.country, alleged))


def _is_spelled(words: list[Token], alias: str) -> bool:
    """True where capitals agree: an acronym is in capitals, a name begins with one."""
    if alias.isupper() and len(alias) <= MAX_ACRONYM:
        return words[0].text == alias.split("-")[0].split(" ")[0] or words[0].text == alias
    return any(word.text[:1].isupper() for word in words)


def _with_follower(sentence: Sentence, token: Token) -> Token:
    """The noun that the name leans on ("FMLN urban guerrillas"); else the name's own last word."""
    for at in range(token.index + 1, min(token.index + 3, len(sentence.tokens))):
        word = sentence.tokens[at]
        if word.lemma.lower() in FOLLOWERS:
            return word
        if word.lower not in BETWEEN:
            break
    return token


def is_doubted(sentence: Sentence, token: Token) -> bool:
    """True for "suspected rebels", "gunmen believed to be from the group"."""
    above = [token, *sentence.ancestors(token)]
    near = [kid.lower for word in above[:1] for kid in sentence.kids(word, "amod", "advmod", "acl", "compound")]
    near += [word.lower for word in above[1:4] if word.dep in ("acl", "relcl") or word.lower in DOUBT]
    return not DOUBT.isdisjoint(near)
