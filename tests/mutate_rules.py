"""Changes the rules of a room one at a time and counts the changes that a test of it catches.

Run from the checkout as ``python tests/mutate_rules.py --seed N`` for the rules of voice, with
``--room matching`` for those of roles, in an environment in which the tests run (CONTRIBUTING.md),
on a system that can fork; a hundred take two minutes or so, of roles ten. A mutant is the library
with one rule changed as `rulechanges` lists it; it is caught where a test of the room fails. Each
is tried in a process of its own, which imports the changed library and asks the sentences of the
tests, first those that caught another mutant, up to the first that fails; what they all let pass
is asked the other tests. Mutants are drawn with a seed, so that the same are drawn again from the
same rules; ``--only TEXT`` draws from those whose file and line, as shown, hold a text.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import inspect
import io
import multiprocessing
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from rulechanges import ROOMS, Mutant, mutants  # noqa: E402  it stands in the folder just named


class Judge(NamedTuple):
    """The tests of a room: which ask one sentence at a time, which hold no rule, what else does."""

    folder: str
    asked: tuple[str, ...]
    left_out: tuple[str, ...]
    more: tuple[str, ...] = ()
    but: str = ""

    def files(self) -> list[str]:
        """List the files that are asked after the sentences."""
        here = sorted((ROOT / self.folder).glob("test_*.py"))
        kept = [str(path) for path in here if path.stem not in self.left_out]
        return [*(str(ROOT / path) for path in self.more), *kept]


JUDGES = {
    # Left out are hostile texts, the reader with a parse, and these mutants.
    "voice": Judge(
        "tests/voice",
        ("test_readings", "test_cases", "test_words", "test_rules"),
        ("test_robust", "test_parsed", "test_mutation"),
        but="test_rules.py::test_examples_of_parsed_rules_hold",
    ),
    # Left out is what asks for forms alone.
    "matching": Judge(
        "tests/matching",
        ("test_roles", "test_persons"),
        ("test_against_reference", "test_against_spacy", "test_rules_reference", "test_words"),
        ("tests/lexicon_content/test_shipped_roles.py",
         "tests/lexicon_content/test_exchanged_roles.py"),
    ),
}  # fmt: skip
_LONGEST = 300  # seconds; a change may make a loop endless, which its tests then tell
_PACKAGE = "roomtests"  # what the tests of the room are imported as
_PASSED = -1  # in place of the number of the sentence that failed


class Changed(SourceFileLoader):
    """Finds and loads one module with a mutant in it; all others come from where they always do."""

    def __init__(self, mutant: Mutant) -> None:
        name = ".".join(mutant.path.with_suffix("").parts)
        super().__init__(name, str(ROOT / mutant.path))
        self.mutant = mutant

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Return how the module of the mutant is loaded, and nothing of others."""
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        """Return the code of the changed source, which is never kept on disk."""
        source = Path(self.path).read_text(encoding="utf-8")
        return compile(self.mutant.applied(source), self.path, "exec")


def sentences(judge: Judge) -> list[tuple[str, Callable[[], None]]]:
    """List every test that asks one sentence: which it is, and what asks it."""
    package = sys.modules[_PACKAGE] = ModuleType(_PACKAGE)
    package.__path__ = [str(ROOT / judge.folder)]
    asked = []
    for name in judge.asked:
        module = importlib.import_module(f"{_PACKAGE}.{name}")
        for test, row in _each_sentence(module):
            asked.append((f"{name}.py::{test.__name__}", lambda t=test, a=row: t(**a)))
    return asked


def _each_sentence(module: ModuleType) -> Iterator[tuple[Callable[..., None], dict[str, Any]]]:
    """List the tests of many rows in a module that need nothing else, once for each row."""
    for name, test in vars(module).items():
        if name.startswith("test_") and getattr(test, "rows", None) is not None:
            alone = not inspect.signature(test).parameters
            yield from ((test.asked, row) for row in test.rows if alone)


def forget() -> None:
    """Drop the library and its tests, so that the next import makes them anew."""
    for name in [one for one in sys.modules if one.partition(".")[0] in ("framing", _PACKAGE)]:
        del sys.modules[name]


def others_fail(judge: Judge, asked: set[str]) -> bool:
    """Whether one of the room's tests fails that ask no single sentence."""
    command = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--rootdir={ROOT}"]
    command += judge.files()
    for test in sorted({judge.but, *asked} - {""}):
        command += ["--deselect", f"{judge.folder}/{test}"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return pytest.main(command) not in (0, 5)


def try_one(judge: Judge, mutant: Mutant | None, order: list[int], told: Connection) -> None:
    """Import the library with a mutant in it and tell what catches that; runs in a fork."""
    forget()
    if mutant is not None:
        sys.meta_path.insert(0, Changed(mutant))
    asked = sentences(judge)
    for number in order:
        name, ask = asked[number]
        try:
            ask()
        except BaseException as error:  # whatever it is, the test fails
            told.send((number, f"{name}: {error}"))
            return
    failed = others_fail(judge, {name for name, _ in asked})
    told.send((None, "another test") if failed else (_PASSED, ""))


def caught(judge: Judge, mutant: Mutant | None, order: list[int]) -> str:
    """Return what catches a mutant, or ""; a sentence that does moves to the front of `order`."""
    forking = multiprocessing.get_context("fork")
    told, telling = forking.Pipe(duplex=False)
    process = forking.Process(target=try_one, args=(judge, mutant, order, telling))
    process.start()
    telling.close()
    try:
        number, by = told.recv() if told.poll(_LONGEST) else (None, "it takes minutes")
    except EOFError:  # the library can't even be imported
        number, by = None, "the tests broke off"
    process.kill()
    process.join()
    if number not in (None, _PASSED):
        order.remove(number)
        order.insert(0, number)
    return by


def shown(mutant: Mutant) -> str:
    """Describe a mutant in one line."""
    return mutant.shown((ROOT / mutant.path).read_text(encoding="utf-8"))


def main() -> int:
    """Draw mutants, try each, and say which survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--room", choices=list(ROOMS), default="voice", help="whose rules (voice)")
    parser.add_argument(
        "--only", default="", metavar="TEXT", help="what a mutant, shown, must hold"
    )
    parser.add_argument("--count", type=int, default=100, help="mutants to draw (100); 0: all")
    parser.add_argument("--seed", type=int, default=1, help="seed of the draw (1)")
    parser.add_argument("--least", type=float, default=0.9, help="share that must be caught (.9)")
    asked = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    forget()  # what another checkout may have lent to `rulechanges`
    judge = JUDGES[asked.room]
    order = list(range(len(sentences(judge))))
    random.Random(1).shuffle(order)  # noqa: S311  no secret is made
    failed = caught(judge, None, order)
    if failed:
        print(f"the tests fail before any change; mend that first:\n{failed}")
        return 2
    every = [one for one in mutants(ROOT, asked.room) if asked.only in shown(one)]
    if not every:
        parser.error(f"no mutant shown holds {asked.only!r}")
    count = min(asked.count or len(every), len(every))
    survived = 0
    for mutant in sorted(random.Random(asked.seed).sample(every, count)):  # noqa: S311  the same
        if not caught(judge, mutant, order):
            survived += 1
            print("survived", shown(mutant), flush=True)
    held = count - survived
    share = held / count
    print(f"{held} of {count} mutants caught ({share:.0%}); seed {asked.seed}")
    return 0 if share >= asked.least else 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as cache:  # what is compiled here is nobody else's
        os.environ["FRAMING_CACHE"] = cache
        sys.exit(main())
