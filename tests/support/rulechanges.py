"""Lists the small changes that can be made to the rules of a room: of voice, or of roles.

A set of tags or a short list of words loses a part (one of two or three, or half of more), a limit
is doubled or halved, an alternative is gone, or what was asked first is asked second. The rules of
roles are written as conditions: there a part of an "and" or "or" is gone, or a test never holds.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from framing.voice.text.tagpatterns import pattern

__all__ = ["ROOMS", "Mutant", "Room", "mutants"]


class Room(NamedTuple):
    """Where a room's rules stand, which modules hold none, and what the rules are written in."""

    folder: Path
    words: tuple[Path, ...]
    no_rules: frozenset[str]
    conditions: bool


def _language(names: str) -> tuple[Path, ...]:
    """Return the modules of the words that rules name, which are English and stand with it."""
    return tuple(Path(f"framing/language/{name}.py") for name in names.split())


ROOMS = {
    # No rule is notation, vocabulary, tokens, and the reader with a parse.
    "voice": Room(
        Path("framing/voice"),
        _language("joiningwords reportwords smallwords sourcewords verdictwords"),
        frozenset("tags tagpatterns vocabulary tokens rules found parsed reader __init__".split()),
        conditions=False,
    ),
    # No rule is what finds forms and lays out a text, before anybody is bound.
    "matching": Room(
        Path("framing/matching"),
        _language("bindingwords boundwords partywords roleverbs"),
        frozenset(
            """automaton engine entries folding lookup overlaps resolving searching context
            templates aliases discourse scene __init__""".split()
        ),
        conditions=True,
    ),
}
#: Calls that tell but whether something is so; the rules' own that say so are added.
TESTS = frozenset("any all bool match search isupper isalpha startswith endswith".split())
_TELLS_WHETHER = re.compile(r"def (\w+)\((?:[^()]|\([^()]*\))*\) -> bool:")
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


def mutants(root: Path, name: str = "voice") -> list[Mutant]:
    """List every change that can be made to the rules of a room under `root`, in order."""
    room = ROOMS[name]
    found: list[Mutant] = []
    rules = sorted((root / room.folder).rglob("*.py"))
    sources = {
        path: path.read_text(encoding="utf-8")
        for path in (*rules, *(root / words for words in room.words))
        if path.stem not in room.no_rules
    }
    tests = TESTS.union(*(_TELLS_WHETHER.findall(source) for source in sources.values()))
    for path, source in sources.items():
        found.extend(_of_file(path.relative_to(root), source, tests))
        if room.conditions:
            found.extend(_of_conditions(path.relative_to(root), source))
    return found


def _placed(source: str) -> Callable[[ast.expr], tuple[int, int]]:
    """Return what tells where in a source the text of a node begins and ends."""
    encoded = source.splitlines(keepends=True)
    lines = [0]
    for line in encoded:
        lines.append(lines[-1] + len(line))

    def place(node: ast.expr) -> tuple[int, int]:
        return tuple(  # type: ignore[return-value]  # two, as two are asked for
            lines[line - 1] + len(encoded[line - 1].encode()[:column].decode())
            for line, column in (
                (node.lineno, node.col_offset),
                (node.end_lineno or 0, node.end_col_offset or 0),
            )
        )

    return place


def _of_conditions(path: Path, source: str) -> Iterator[Mutant]:
    """List the conditions of one file without one of their parts, and tests that never hold.

    A guard against what is not there is no rule: without it the rule can't be asked.
    """
    place = _placed(source)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BoolOp):
            parts = [source[slice(*place(part))] for part in node.values]
            joined = f" {'and' if isinstance(node.op, ast.And) else 'or'} "
            for at, part in enumerate(node.values):
                rest = joined.join(f"({one})" for one in parts[:at] + parts[at + 1 :])
                if not _is_guard(part):
                    yield Mutant(path, *place(node), "condition", f"({rest})")
        elif isinstance(node, (ast.If, ast.IfExp)) and not _is_guard(node.test):
            yield Mutant(path, *place(node.test), "branch", "False")
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.In, ast.NotIn)):
            yield from _of_tuple(path, source, place, node.comparators[0])
        elif isinstance(node, ast.Call) and _called(node) in ("startswith", "endswith"):
            yield from _of_tuple(path, source, place, node.args[0])


def _of_tuple(
    path: Path, source: str, place: Callable[[ast.expr], tuple[int, int]], node: ast.expr
) -> Iterator[Mutant]:
    """List the changes of the words of a tuple with which a rule compares."""
    if isinstance(node, ast.Tuple) and all(isinstance(one, ast.Constant) for one in node.elts):
        for kept in _parts([source[slice(*place(one))] for one in node.elts]):
            yield Mutant(path, *place(node), "words", f"({', '.join(kept)},)")


def _is_guard(node: ast.expr) -> bool:
    """Whether an expression but tells that a thing of some name is there, or is not."""
    return (
        isinstance(node, ast.Compare)
        and isinstance(node.left, (ast.Name, ast.NamedExpr))
        and isinstance(node.ops[0], (ast.Is, ast.IsNot))
    )


def _of_file(path: Path, source: str, tests: frozenset[str]) -> Iterator[Mutant]:
    """List the changes of one file; calls of `tests` tell but whether something is so."""
    place = _placed(source)
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
                indices = [part.slice for part in ast.walk(one) if isinstance(part, ast.Subscript)]
                for number in ast.walk(one):
                    if _is_limit(number) and number not in indices:
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
