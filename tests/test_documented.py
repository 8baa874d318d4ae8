"""What a public name is given and gives back is documented where it is defined."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from typing import Any

import framing

ROOMS = (
    "statistics learn events passages validate curate charts classroom lexicon articles voice "
    "stance comparison analysis matching scale report local values errors page output"
).split()
#: Public names below the top of which a part is not told yet; it may only fall.
LEFT = 2
#: Public functions without an example: that which shows the page until it is stopped.
UNSHOWN = 1


def public(module: Any) -> Iterator[tuple[str, Any]]:
    """List the functions of a module's ``__all__``, and its classes with their public methods."""
    for name in module.__all__:
        found = getattr(module, name)
        if inspect.isclass(found):
            yield name, found
            for inner, method in vars(found).items():
                plain = getattr(method, "__func__", method)
                if inspect.isfunction(plain) and not inner.startswith("_"):
                    yield f"{name}.{inner}", plain
        elif inspect.isfunction(found):
            yield name, found


def untold(found: Any) -> list[str]:
    """Name the parameters that a docstring does not speak of, and its sections that are missing."""
    text = inspect.getdoc(found) or ""
    names = list(inspect.signature(found).parameters.values())
    given = [each.name for each in names if each.kind is not each.VAR_KEYWORD]
    listed = re.findall(r"^([*\w, ]+?)(?: :[^\n]*)?\n {4}", text, re.M)
    told = set(re.findall(r"\w+", " ".join(listed)))
    told |= set(re.findall(r"`{1,2}(\w+)[`=]", text))
    missing = [name for name in given if name not in told | {"self", "cls"}]
    if inspect.isfunction(found):
        raised = re.search(r"^\s+raise (\w+Error)\b", inspect.getsource(found), re.M)
        missing += ["Raises"] if raised and "Raises\n" not in text else []
        given_back = inspect.signature(found).return_annotation not in (None, "None")
        says = "Returns\n" in text or "Yields\n" in text or re.match(r"Return|Yield|List|Whe", text)
        missing += ["Returns"] if given_back and not says else []
    return missing


def test_what_stands_at_the_top_is_told_in_full() -> None:
    """Every parameter, what comes back and what is raised, of every name that `framing` offers."""
    missing = {
        name: parts
        for name, found in public(framing)
        if not (inspect.isclass(found) and issubclass(found, BaseException))
        and (parts := untold(found))
    }
    assert missing == {}


def test_what_is_left_to_tell_of_the_rooms_grows_no_more() -> None:
    """Of the public names of the rooms so many lack a part; whoever tells one lowers the number."""
    missing = {
        f"{room}.{name}": parts
        for room in ROOMS
        for name, found in public(importlib.import_module(f"framing.{room}"))
        if found.__module__.startswith(f"framing.{room}")
        and not (inspect.isclass(found) and issubclass(found, BaseException))
        and (parts := untold(found))
    }
    assert len(missing) <= LEFT, missing


def test_public_functions_show_an_example() -> None:
    """Of the functions that the top and the rooms offer, all but so many show one, which is run."""
    found = {
        f"{each.__module__}.{name}": each
        for room in ("", *ROOMS)
        for name, each in public(importlib.import_module(f"framing.{room}".rstrip(".")))
        if inspect.isfunction(each) and "." not in name
    }
    unshown = [name for name, each in found.items() if ">>> " not in (inspect.getdoc(each) or "")]
    assert len(found) > 150
    assert len(unshown) <= UNSHOWN, unshown
