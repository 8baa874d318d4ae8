"""The notation of the rules: named tags, sets of them, and patterns of both."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from types import CodeType, FunctionType, ModuleType

import pytest

from framing import language, voice
from framing.language.languages import ENGLISH
from framing.lexicon import word_classes
from framing.voice import all_rules
from framing.voice.text.tagpatterns import pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence, translated


def test_every_tag_has_a_letter_of_its_own() -> None:
    """No two tags share a letter."""
    letters = [letter for name, letter in vars(Tag).items() if not name.startswith("_")]
    assert all(len(letter) == 1 for letter in letters)
    assert len(set(letters)) == len(letters) > 50


def test_sets_hold_no_tag_twice() -> None:
    """A set of tags is a set."""
    for name, letters in vars(Tags).items():
        if not name.startswith("_"):
            assert len(set(letters)) == len(letters) > 1, name


def test_a_pattern_reads_like_grammar() -> None:
    """Named tags, unions, what is not meant, and phrases compile to what they say."""
    subject = pattern("<det>? <adv>* <noun|name>+ (?= <finite>)")
    assert subject.match(Tag.THE + Tag.NOUN + Tag.NOUN + Tag.PAST)
    assert not subject.match(Tag.THE + Tag.NOUN + Tag.TO)
    assert pattern("<^comma|stop>+ ,").fullmatch(Tag.NOUN + Tag.ADV + Tag.COMMA)
    assert pattern("{np} <any> $").fullmatch(sequence("<the> <noun> <of> <name> <said>"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<determiner>", "'determiner'"),
        ("<noun|verbs>", "'verbs'"),
        ("{phrase}", "'phrase'"),
        ("<noun>+ V", "'V'"),
        ("[xzm]", "xzm"),
    ],
)
def test_what_names_no_tag_is_refused(written: str, said: str) -> None:
    """A misspelt name, an unknown phrase and a bare letter are errors that show themselves."""
    with pytest.raises(ValueError, match=re.escape(said)):
        translated(written)


def test_sets_are_given_in_one_order() -> None:
    """The same tags give the same letters, however they are named."""
    assert any_of("noun|name") == any_of("name|noun") == any_of("nominal")


#: Words with "|" between them in an expression over a text, as "he|she", "reads?|below".
_ALTERNATIVES = re.compile(r"(?:[A-Za-z][A-Za-z' ]+\??\|)+[A-Za-z][A-Za-z' ]+")
_LISTS = (tuple, list, set, frozenset, dict)
#: What gives names of its own: notation, the registry, a parser's tags; and what puts the classes
#: of words together, to give each its tag or its letter.
_NAMES = frozenset(("tags", "tagpatterns", "rules", "parsed", "wordtags", "vocabulary", "sought"))


def modules_of(package: ModuleType) -> list[ModuleType]:
    """Import and return the modules of a package, those of its folders included."""
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [importlib.import_module(one.name) for one in found]


def words_in(value: object) -> set[str]:
    """Return the words that a list holds, those in lists inside it included."""
    if isinstance(value, str):
        word = value.rstrip("?")  # what may be missing, in an expression
        return {word} if word.isalpha() and len(word) > 1 else set()
    if type(value) in _LISTS and isinstance(value, Iterable):  # no records of the reader
        return set().union(*(words_in(one) for one in value))
    return set()


def constants(code: CodeType) -> Iterator[object]:
    """Go over the lists written inside a function, and inside functions in it."""
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from constants(one)
        elif isinstance(one, (tuple, frozenset)):
            yield one


def functions_of(module: ModuleType) -> Iterator[CodeType]:
    """Go over the code of a module's own functions and methods."""
    for value in vars(module).values():
        if getattr(value, "__module__", "") == module.__name__:
            methods = vars(value).values() if isinstance(value, type) else (value,)
            codes = (one.__code__ for one in methods if isinstance(one, FunctionType))
            yield from (code for code in codes if code.co_filename != "<string>")  # made by Python


def lists_of_words(module: ModuleType, known: Collection[object]) -> Iterator[set[str]]:
    """Go over the words that stand together in a module: in a list, or as alternatives.

    Lists of four words or more count, and alternatives in an expression over a text; what is in
    `known` is another room's.
    """
    ours = {id(value) for value in known}
    for name, value in vars(module).items():
        if name.startswith("__") or id(value) in ours:
            continue
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
            for match in _ALTERNATIVES.finditer(value.pattern):
                yield {one.strip(" ?") for one in match.group().split("|")}
        elif type(value) in _LISTS and len(words_in(value)) > 3:
            yield words_in(value)
    for code in functions_of(module):
        yield from (words_in(one) for one in constants(code) if len(words_in(one)) > 3)


def test_lists_of_words_are_found() -> None:
    """Words in lists, in functions and as alternatives are found; tags are not."""
    made = ModuleType("made")
    theirs = frozenset(("a", "an", "the", "no"))
    written = """import re
LIST = frozenset("he she it they".split())
EXPRESSION = re.compile(r"\\b(?:said|told) ")
def asked(word):
    '''Words of a docstring are none.'''
    return word in ("who", "what", "when", "where")
"""
    exec(compile(written, "made", "exec"), vars(made))  # noqa: S102  the text above
    vars(made).update(TAGS=pattern("<noun|name> | <of> {np}"), THEIRS=theirs)
    assert list(lists_of_words(made, [theirs])) == [
        {"he", "she", "it", "they"}, {"said", "told"}, {"who", "what", "when", "where"},
    ]  # fmt: skip


def test_no_list_of_english_words_stands_among_the_rules() -> None:
    """Words are of framing/language and of lexicons; rules name them. Names of our own are left."""
    names = {name for rule in all_rules().values() for name in (rule.id, rule.construction)}
    names |= {"named", "pronoun", "none"}  # kinds of speakers that are no class of nouns
    for lexicon in (*ENGLISH.cues.values(), ENGLISH.nations):
        names.update(name for classes in word_classes(lexicon).values() for name in classes)
    english = [value for module in modules_of(language) for value in vars(module).values()]
    english += [getattr(ENGLISH.letters, field.name) for field in fields(ENGLISH.letters)]
    listed = [words_in(value) | set(value) for value in english if type(value) in _LISTS]
    for module in modules_of(voice):
        here = () if module.__name__.split(".")[-1] in _NAMES else lists_of_words(module, english)
        for words in here:
            there = words <= names or any(words <= known for known in listed)
            assert there, f"{module.__name__}: {' '.join(sorted(words))}"
