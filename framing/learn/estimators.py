"""The registry of estimators: a class is registered in its own file and can then be saved."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TypeVar

__all__ = ["estimator", "trusted"]

Class = TypeVar("Class", bound=type)

_REGISTERED: dict[str, type] = {}


def estimator(each: Class) -> Class:
    """Register a class of ours: `load_model` opens it, and the common checks try it."""
    _REGISTERED[f"{each.__module__}.{each.__qualname__}"] = each
    return each


def trusted() -> dict[str, type]:
    """Return the registered classes by the name that stands in a model file."""
    import framing.learn

    for found in pkgutil.iter_modules(framing.learn.__path__):
        importlib.import_module(f"framing.learn.{found.name}")
    return dict(_REGISTERED)
