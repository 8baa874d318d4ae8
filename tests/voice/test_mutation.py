"""The script that changes rules of voice and of roles, to see whether a test would tell."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_mutants_are_drawn_and_tried() -> None:
    """A few drawn mutants are tried, survivors are named, and the same are drawn again."""
    command = [sys.executable, "tests/mutate_rules.py", "--count", "6", "--seed", "3"]
    made = subprocess.run([*command, "--least", "0"], cwd=ROOT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    told = re.search(r"^(\d) of 6 mutants caught", made.stdout, re.MULTILINE)
    assert told is not None, made.stdout
    assert made.stdout.count("survived framing/") == 6 - int(told.group(1))
    assert int(told.group(1)) >= 1


@pytest.mark.slow
def test_mutants_are_many_and_of_every_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets, limits, words, alternatives and orders are changed, each to code that compiles."""
    monkeypatch.syspath_prepend(str(ROOT / "tests"))
    import mutate_rules

    drawn = mutate_rules.mutants(ROOT)
    assert {one.kind for one in drawn} == {"set", "limit", "words", "alternative", "order"}
    assert len(drawn) > 500
    for one in random.Random(1).sample(drawn, 100):  # noqa: S311  no secret is made
        source = (ROOT / one.path).read_text(encoding="utf-8")
        changed = one.applied(source)
        assert changed != source
        compile(changed, str(one.path), "exec")


@pytest.mark.slow
def test_rules_of_roles_are_changed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Conditions lose a part and tests never hold; what is guarded against stays guarded."""
    monkeypatch.syspath_prepend(str(ROOT / "tests"))
    import mutate_rules

    drawn = mutate_rules.mutants(ROOT, "matching")
    assert {"condition", "branch", "words", "limit"} <= {one.kind for one in drawn}
    assert len(drawn) > 500
    for one in random.Random(1).sample(drawn, 100):  # noqa: S311  no secret is made
        source = (ROOT / one.path).read_text(encoding="utf-8")
        compile(one.applied(source), str(one.path), "exec")
        assert not re.fullmatch(r"\w+ is (not )?None", source[one.start : one.end]), one.shown(
            source
        )
