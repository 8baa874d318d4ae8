"""Changes the voice reader's rules one at a time and counts the changes that a voice test catches.

Run from the checkout as ``python tests/mutate_voice.py --seed N``, in an environment in which the
voice tests run (CONTRIBUTING.md); it takes three seconds a mutant or so. A mutant is a copy of the
library in which one rule differs: a set of tags or a short list of words lost a part (one of two
or three, or half of more), a limit is doubled or halved, an alternative is gone, or what was asked
first is asked second. It is caught where a test of ``tests/voice`` fails.
Mutants are drawn with a seed, so that the same are drawn again from the same rules.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from framing.voice.tagpatterns import pattern

ROOT = Path(__file__).resolve().parents[1]
VOICE = Path("framing/voice")
#: The words that rules name, which are English and stand with it.
WORDS = tuple(
    Path(f"framing/language/{name}.py")
    for name in ("joiningwords", "reportwords", "sourcewords", "verdictwords")
)
#: What is no rule: notation, vocabulary, tokens, and the reader with a parse.
NO_RULES = frozenset(
    "tags tagpatterns vocabulary tokens rules found parsed reader __init__".split()
)
FIRST = ("test_readings.py", "test_cases.py", "test_rules.py")
#: Calls that tell but whether something is so; the rules' own that say so are added.
TESTS = frozenset("any all bool match search isupper isalpha startswith endswith".split())
_TELLS_WHETHER = re.compile(r"def (\w+)\((?:[^()]|\([^()]*\))*\) -> bool:")
_SAID = 2_000  # characters of a failure that are shown
FEW = 9  # words; one left out of a longer list is a matter of vocabulary


class Mutant(NamedTuple):
    """One changed rule: where, what was there, and what stands there now."""

    path: Path
    start: int
    end: int
    kind: str
    new: str

    def applied(self, source: str) -> str:
        """Return the source with the change made."""
        return source[: self.start] + self.new + source[self.end :]

    def shown(self, source: str) -> str:
        """Describe the change in one line."""
        line = source.count("\n", 0, self.start) + 1
        old = " ".join(source[self.start : self.end].split())
        return f"{self.path}:{line} {self.kind}: {old[:70]} → {' '.join(self.new.split())[:70]}"


def mutants(root: Path) -> list[Mutant]:
    """List every change that can be made to the rules under `root`, in order."""
    found: list[Mutant] = []
    rules = sorted((root / VOICE).rglob("*.py"))
    sources = {
        path: path.read_text(encoding="utf-8")
        for path in (*rules, *(root / words for words in WORDS))
        if path.stem not in NO_RULES
    }
    tests = TESTS.union(*(_TELLS_WHETHER.findall(source) for source in sources.values()))
    for path, source in sources.items():
        found.extend(_of_file(path.relative_to(root), source, tests))
    return found


def _of_file(path: Path, source: str, tests: frozenset[str]) -> Iterator[Mutant]:
    """List the changes of one file; calls of `tests` tell but whether something is so."""
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    encoded = source.splitlines(keepends=True)

    def place(node: ast.expr) -> tuple[int, int]:
        return tuple(  # type: ignore[return-value]  # two, as two are asked for
            lines[line - 1] + len(encoded[line - 1].encode()[:column].decode())
            for line, column in (
                (node.lineno, node.col_offset),
                (node.end_lineno or 0, node.end_col_offset or 0),
            )
        )

    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _called(node) in ("pattern", "any_of") and node.args:
            start, end = place(node.args[0])
            for first, last, kind, new in _notation(source[start:end], _called(node)):
                written = source[start : start + first] + new + source[start + last : end]
                if kind != "alternative" or _compiles(written):
                    yield Mutant(path, start + first, start + last, kind, new)
        elif isinstance(node, ast.Call) and _called(node) == "frozenset" and node.args:
            start, end = place(node.args[0])
            yield from _words(path, source, start, end)
        elif isinstance(node, (ast.Assign, ast.Return)) and isinstance(node.value, ast.BoolOp):
            first, second = node.value.values[:2]
            if isinstance(node.value.op, ast.Or) and not (
                _is_test(first, tests) or _is_test(second, tests)
            ):
                (start, middle), (other, end) = place(first), place(second)
                new = source[other:end] + source[middle:other] + source[start:middle]
                yield Mutant(path, start, end, "order", new)
        elif isinstance(node, ast.Compare):
            for one in (node.left, *node.comparators):
                for number in ast.walk(one):
                    if _is_limit(number):
                        start, end = place(number)  # type: ignore[arg-type]  # a constant
                        yield Mutant(path, start, end, "limit", _other(int(source[start:end])))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Constant):
            start, end = place(node.value)
            if "|" in source[start:end]:
                for first, last, kind, new in _notation(source[start:end], "any_of"):
                    yield Mutant(path, start + first, start + last, kind, new)
        elif isinstance(node, ast.Assign) and all(isinstance(t, ast.Name) for t in node.targets):
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            for value in values:
                if _is_limit(value) and node.col_offset == 0:
                    start, end = place(value)
                    yield Mutant(path, start, end, "limit", _other(int(source[start:end])))


def _compiles(literal: str) -> bool:
    """Whether a changed pattern, as written, still is one."""
    try:
        pattern(ast.literal_eval(literal))
    except (ValueError, SyntaxError, re.error):
        return False
    return True


def _called(node: ast.Call) -> str:
    """Return the name of what is called."""
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def _is_test(node: ast.expr, tests: frozenset[str]) -> bool:
    """Whether an expression may be but true or false: its place in an "or" changes nothing."""
    asked = isinstance(node, ast.Call) and _called(node) in tests
    return asked or isinstance(
        node, (ast.Compare, ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.Constant)
    )


def _is_limit(node: ast.AST) -> bool:
    """Whether a node is a number that limits something, and no index or sign."""
    return isinstance(node, ast.Constant) and type(node.value) is int and 3 <= node.value < 10_000


def _other(limit: int) -> str:
    """Return another limit: about twice as far, or half where that is long already."""
    return str(limit + 2 if limit < 6 else limit * 2 if limit < 20 else limit // 4)


def _notation(written: str, called: str) -> Iterator[tuple[int, int, str, str]]:
    """List the changes of one pattern or set of tags, as written with its quotation marks."""
    sets = re.finditer(r"<\^?([^<>]+)>", written)
    if called == "any_of":
        sets = re.finditer(r'"([^"]+)"', written)
    for match in sets:
        for kept in _parts(match.group(1).split("|")):
            yield match.start(1), match.end(1), "set", "|".join(kept)
    for match in re.finditer(r"\{(\d*),(\d+)\}", written):
        yield match.start(2), match.end(2), "limit", _fewer(match.group(1), int(match.group(2)))
    for match in re.finditer(r"([^|()\n\"]+)\|([^|()\n\"]+)(?=[|)\n])", written):
        if "<" in match.group(1) and match.group().count("<") == match.group().count(">"):
            alone = match.group(1).strip()
            yield match.start(), match.end(), "alternative", f" {alone} "


def _parts(members: list[str]) -> list[list[str]]:
    """List what a set may shrink to: all but one of two or three, either half of more."""
    if len(members) < 4:
        return [[one for one in members if one != left] for left in members if len(members) > 1]
    half = len(members) // 2
    return [members[:half], members[half:]]


def _fewer(least: str, most: int) -> str:
    """Return a smaller limit for a repetition."""
    return str(max(int(least or 0), most // 3, 1))


def _words(path: Path, source: str, start: int, end: int) -> Iterator[Mutant]:
    """List the changes of one short list of words."""
    match = re.match(r'"{1,3}([^"]+)"{1,3}\.split\(\)', source[start:end])
    words = match.group(1).split() if match else []
    if match is not None and len(words) <= FEW:
        for kept in _parts(words):
            first, last = start + match.start(1), start + match.end(1)
            yield Mutant(path, first, last, "words", " ".join(kept))


def copied(folder: Path) -> None:
    """Copy what a run of the voice tests needs."""
    for name in ("framing", "lexicons", "tests/voice"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, folder / name)


def caught(folder: Path) -> str:
    """Return what says that a voice test fails in `folder`, or "": the quickest are asked first."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    golden = [sys.executable, "tests/voice/readings.py", "--check"]  # most are caught there
    done = subprocess.run(golden, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        return done.stdout[-_SAID:] + done.stderr[-_SAID:] or "the golden readings differ"
    others = sorted(path.name for path in (folder / "tests/voice").glob("test_*.py"))
    slow = ("test_robust.py", "test_parsed.py", *FIRST)
    for names in (FIRST, [name for name in others if name not in slow]):
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider"]
        command += [f"tests/voice/{name}" for name in names]
        command += ["--deselect", "tests/voice/test_rules.py::test_examples_of_parsed_rules_hold"]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        if done.returncode not in (0, 5):
            return done.stdout[-_SAID:] + done.stderr[-_SAID:] or "a voice test fails"
    return ""


def main() -> int:
    """Draw mutants, try each, and say which survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="mutants to draw (100)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the draw (1)")
    parser.add_argument("--least", type=float, default=0.9, help="share that must be caught (.9)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copied(folder)
        failed = caught(folder)
        if failed:
            print(f"the voice tests fail before any change; mend that first:\n{failed}")
            return 2
        drawn = random.Random(asked.seed).sample(  # noqa: S311  no secret is made
            mutants(folder), asked.count
        )
        survived = 0
        for mutant in sorted(drawn):
            path = folder / mutant.path
            source = path.read_text(encoding="utf-8")
            path.write_text(mutant.applied(source), encoding="utf-8")
            if not caught(folder):
                survived += 1
                print("survived", mutant.shown(source), flush=True)
            path.write_text(source, encoding="utf-8")
    share = 1 - survived / asked.count
    held = asked.count - survived
    print(f"{held} of {asked.count} mutants caught ({share:.0%}); seed {asked.seed}")
    return 0 if share >= asked.least else 1


if __name__ == "__main__":
    sys.exit(main())
