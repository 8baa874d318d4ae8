"""The shipped naming lexicons and the functions that count them, for all tests of their content."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from framing.lexicon import Lexicon, shipped


@pytest.fixture(scope="session")
def lexicons() -> list[Lexicon]:
    """Return the shipped lexicons of kind ``naming``."""
    return shipped("naming")


@pytest.fixture(scope="session")
def report() -> ModuleType:
    """Return the module beside this file that counts what the lexicons hold."""
    path = Path(__file__).parent / "report.py"
    spec = importlib.util.spec_from_file_location("lexicon_content_report", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} can't be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
