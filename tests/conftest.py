"""Fixtures shared by all tests: where the measuring corpora are, and a way to run commands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Return the folder of the measuring corpora, or skip where it is absent."""
    folder = Path(os.environ.get("FRAMING_CORPORA") or ROOT.parent / "shared" / "corpora")
    if not folder.is_dir():
        pytest.skip(f"the measuring corpora are not at {folder}; set FRAMING_CORPORA")
    return folder


@pytest.fixture(scope="session")
def examples() -> Path:
    """Return the folder of the teaching corpus."""
    return ROOT / "examples"
