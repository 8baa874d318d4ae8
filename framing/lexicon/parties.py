"""Who can fill a slot: the shipped states, groups, parties and people, and a user's own."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from framing.errors import LexiconError, SettingsError
from framing.lexicon.lexiconrecords import Lexicon
from framing.lexicon.loading import lexicon_paths, load_lexicon
from framing.values import Target

if TYPE_CHECKING:
    from framing.yamltree import Node

__all__ = [
    "PARTY_FILES",
    "Targets",
    "load_targets",
    "looks_like_targets",
    "nations",
    "party_lexicons",
    "party_names",
    "party_words",
]


Targets: TypeAlias = (
    "str | os.PathLike[str] | Mapping[str, str | Sequence[str]] | Sequence[Target] | None"
)
"""What every function takes as `targets`: a file, a mapping of names to aliases, or targets."""


def load_targets(source: Targets) -> tuple[Target, ...]:
    """Read the parties a user declares, with the forms a text may use for each.

    Parameters
    ----------
    source
        A YAML or JSON file or a mapping of names to aliases (``{"Varenia": ["Varenian"]}``);
        a list of `Target`; or None, for none. The name itself is always an alias. Of a land in
        "-ia" the people are known ("Varenia": "Varenian", "Varenians"); of any other say them
        (``{"Ostland": ["Ostlandic", "Ostlanders"]}``).

    Returns
    -------
    tuple of Target
        In the order given, without the shipped states; `Matcher` adds those.

    Raises
    ------
    SettingsError
        When the file can't be read, or an alias is empty or stands under two names.

    Examples
    --------
    >>> load_targets({"Varenia": ["Varenian", "the Keep"]})
    (Target(name='Varenia', aliases=('Varenia', 'Varenian', 'the Keep')),)
    """
    if source is None:
        return ()
    if isinstance(source, Mapping):
        return _targets({str(name): value for name, value in source.items()}, "targets")
    if isinstance(source, (str, os.PathLike)):
        path = Path(source)
        return _targets(_file(path), str(path))
    source = list(source)
    wrong = [each for each in source if not isinstance(each, Target)]
    if wrong:
        raise SettingsError(
            f"targets are a file, a mapping of names to their other forms or a list of Target; "
            f"{wrong[0]!r} in the list is none. Write {{{str(wrong[0])!r}: []}}"
        )
    return _targets({target.name: list(target.aliases) for target in source}, "targets")


@functools.lru_cache(maxsize=1)
def nations() -> Lexicon | None:
    """Return the shipped lexicon of states, demonyms and metonyms; None where it is absent."""
    return load_lexicon("nations") if "nations" in lexicon_paths() else None


_NAME_OPENING = 4  # letters that a name and its adjective begin with alike
PARTY_FILES = ("nations", "parties", "leaders")
"""The shipped lexicons of kind ``entities``; of a form that two name, the first has it."""


@functools.lru_cache(maxsize=1)
def party_lexicons() -> tuple[Lexicon, ...]:
    """Return the shipped lexicons of states, of groups, parties and movements, and of leaders."""
    known = lexicon_paths()
    return tuple(load_lexicon(each) for each in PARTY_FILES if each in known)


@functools.lru_cache(maxsize=1)
def party_names() -> frozenset[str]:
    """Return the declared name of every shipped party."""
    return frozenset(
        each.gloss for file in party_lexicons() for each in file.concepts if each.gloss
    )


@functools.lru_cache(maxsize=1)
def party_words() -> dict[str, str]:
    """Return the names of one word of shipped parties: in lower case → as they are spelled."""
    return {
        form.lower(): form
        for file in party_lexicons()
        for concept in file.concepts
        for variant in concept.variants
        for form in (*variant.nouns, *variant.exact)
        if " " not in form and not form.islower()
    }


def looks_like_targets(root: Node) -> bool:
    """Tell whether a YAML tree is names with their aliases, not categories with their words.

    All words have a capital, and most names are told by one of theirs ("Varenia: [Varenian]").

    Examples
    --------
    >>> from framing.yamltree import read_yaml
    >>> looks_like_targets(read_yaml("Varenia: [Varenian, the Keep]", "x.yaml"))
    True
    >>> looks_like_targets(read_yaml("States: [Iran, Iraq]", "x.yaml"))
    False
    """
    if not isinstance(root.value, dict) or not root.value:
        return False
    told = 0
    for name, node in root.value.items():
        words = [str(each.value) for each in node.value] if isinstance(node.value, list) else []
        if not words or any(word.islower() for word in (name, *words)):
            return False
        opening = name[:_NAME_OPENING].casefold()
        parts = set(name.casefold().split())
        told += any(
            word.casefold().startswith(opening) or not parts.isdisjoint(word.casefold().split())
            for word in words
        )
    return 2 * told > len(root.value)


def _file(path: Path) -> dict[str, Any]:
    from framing.yamltree import read_yaml

    try:
        plain = _plain(read_yaml(path.read_text(encoding="utf-8-sig"), str(path)))
    except OSError as error:
        why = error.strerror or "not readable"
        raise SettingsError(f"{path}: targets can't be read ({why}); check the path") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path}: targets can't be read; save the file as UTF-8") from error
    except LexiconError as error:
        raise SettingsError(str(error)) from error
    if isinstance(plain, dict) and set(plain) == {"targets"}:
        plain = plain["targets"]
    if isinstance(plain, list) and all(isinstance(each, dict) and "name" in each for each in plain):
        plain = {each["name"]: each.get("aliases") for each in plain}
    if not isinstance(plain, dict):
        raise SettingsError(f"{path}: targets must be lines such as `Varenia: [Varenian]`")
    return plain


def _plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: _plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(value) for value in node.value]
    return node.value


def _targets(plain: dict[str, Any], where: str) -> tuple[Target, ...]:
    owner: dict[str, str] = {}
    found: list[Target] = []
    for name, value in plain.items():
        forms = tuple(dict.fromkeys([name, *_aliases(name, value, where)]))
        for form in forms:
            if not form.strip():
                raise SettingsError(f"{where}: '{name}' has an empty alias; remove it")
            if owner.setdefault(form, name) != name:
                raise SettingsError(
                    f"{where}: the alias '{form}' stands under '{owner[form]}' and '{name}'; "
                    "keep it under one of them"
                )
        found.append(Target(name, forms))
    return tuple(found)


def _aliases(name: str, value: Any, where: str) -> list[str]:
    """Return the aliases given for one name, as a list, a single text or under `aliases`."""
    if isinstance(value, Mapping):
        wrong = [key for key in value if key != "aliases"]
        if wrong:
            raise SettingsError(f"{where}: '{name}' has the key '{wrong[0]}'; write `aliases: […]`")
        value = value.get("aliases")
    if value is not None and not isinstance(value, Iterable):
        raise SettingsError(f"{where}: '{name}' has {value!r} for aliases; write a list of words")
    aliases = [value] if isinstance(value, str) else list(value or ())
    if not all(isinstance(alias, str) for alias in aliases):
        raise SettingsError(
            f"{where}: an alias of '{name}' is a list or mapping; write one word or phrase each"
        )
    return aliases
