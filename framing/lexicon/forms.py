"""Every form of every variant: what the matcher looks for, worked out once a lexicon."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple, TypeAlias

from framing.errors import LexiconError
from framing.language.inflection import inflection_data
from framing.language.languages import ENGLISH, LANGUAGES, Language, known_language
from framing.lexicon.cache import cached, key_of
from framing.lexicon.lexiconrecords import WORD_LISTS, Lexicon, Variant

__all__ = ["Form", "Forms", "expand", "forms_of"]


_NAMING = re.compile(r"<([^<>]+)>")


class Form(NamedTuple):
    """One form of a variant as it may stand in a text; `part` is the list it came from.

    Of a form that is listed with "<naming>" inside, `naming` says from where to where it names;
    the words around only say that it does.
    """

    text: str
    part: str
    naming: tuple[int, int] | None = None


def expand(variant: Variant, language: Language = ENGLISH) -> tuple[Form, ...]:
    """Return the forms of one variant, each once, in the order of its lists.

    Examples
    --------
    >>> [form.text for form in expand(Variant("x", nouns=("child",), exact=("war crime",)))]
    ['child', 'children', 'war crime']
    >>> expand(Variant("x", exact=("after the <attack>",)))
    (Form(text='after the attack', part='exact', naming=(10, 16)),)
    """
    found: dict[str, Form] = {}
    for part in WORD_LISTS:
        for entry in getattr(variant, part):
            for text in language.inflect(entry, part):
                if text not in found:
                    form = _form(text, part)
                    found.setdefault(form.text, form)
    return tuple(found.values())


def _form(text: str, part: str) -> Form:
    """Return a form as a text has it, without the marks around what names."""
    inside = _NAMING.search(text) if part == "exact" and "<" in text else None
    if inside is None:
        return Form(text, part)
    start, end = inside.start(), inside.end() - 2
    return Form(text[:start] + inside[1] + text[inside.end() :], part, (start, end))


Forms: TypeAlias = tuple[tuple[tuple[Form, ...], ...], ...]


def forms_of(lexicon: Lexicon) -> Forms:
    """Return the forms of a lexicon: for each concept, for each of its variants, all forms.

    They are kept in the user's cache folder under the SHA-256 of the words, of what makes forms of
    them and of lemminflect's data, so that lemminflect is loaded only for what is new. Where
    all is ``exact`` there is nothing to keep.
    """
    if not any(
        variant.nouns or variant.verbs or variant.adjectives
        for concept in lexicon.concepts
        for variant in concept.variants
    ):
        return _expanded(lexicon)
    words = [
        [[list(getattr(variant, part)) for part in WORD_LISTS] for variant in concept.variants]
        for concept in lexicon.concepts
    ]
    key = key_of("forms", json.dumps(words), inflection_data())
    found = _KEPT.get(key)
    if found is None:
        found = cached("forms", key, lambda: _expanded(lexicon), _to_json, _from_json)
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        _KEPT[key] = found
    return found


_KEPT: dict[str, Forms] = {}
_MOST_KEPT = 200


def _expanded(lexicon: Lexicon) -> Forms:
    language = known_language(lexicon.language)
    if language is None:
        read = ", ".join(LANGUAGES)
        raise LexiconError(
            f"lexicon {lexicon.id!r} is in {lexicon.language!r}; framing knows the forms of words "
            f"in {read} only: list every form under `exact` in a lexicon with `language: {read}`"
        )
    return tuple(
        tuple(expand(variant, language) for variant in concept.variants)
        for concept in lexicon.concepts
    )


def _to_json(forms: Forms) -> list[Any]:
    """Write each form as its list's number and its text, as it is listed."""
    return [
        [[f"{WORD_LISTS.index(form.part)}{_listed(form)}" for form in variant] for variant in each]
        for each in forms
    ]


def _listed(form: Form) -> str:
    if form.naming is None:
        return form.text
    start, end = form.naming
    return f"{form.text[:start]}<{form.text[start:end]}>{form.text[end:]}"


def _from_json(plain: list[Any]) -> Forms:
    return tuple(
        tuple(
            tuple([_form(text[1:], WORD_LISTS[int(text[0])]) for text in variant])
            for variant in concept
        )
        for concept in plain
    )
