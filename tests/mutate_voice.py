"""Changes the voice reader's rules one at a time and counts the changes that a voice test catches.

Run from the checkout as ``python tests/mutate_voice.py --seed N``, in an environment in which the
voice tests run (CONTRIBUTING.md), on a system that can fork; a hundred take two minutes or so. A
mutant is the library with one rule changed as `rulechanges` lists it; it is caught where a test of
``tests/voice`` fails. Each is tried in a process of its own, which imports the changed library and
asks the sentences of the tests, first those that caught another mutant, up to the first that
fails; what they all let pass is asked the other tests. Mutants are drawn with a seed, so that the
same are drawn again from the same rules.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import inspect
import io
import multiprocessing
import random
import sys
from collections.abc import Callable, Iterator
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from multiprocessing.connection import Connection
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from rulechanges import Mutant, mutants  # noqa: E402  it stands in the folder just named

#: Tests that ask one sentence at a time.
ASKED = ("test_readings", "test_cases", "test_words", "test_rules")
#: Tests that take long and hold no rule: hostile texts, the reader with a parse, these mutants.
LEFT_OUT = ("test_robust", "test_parsed", "test_mutation")
_LONGEST = 300  # seconds; a change may make a loop endless, which its tests then tell
_PACKAGE = "voicetests"  # what the tests of voice are imported as
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


def sentences() -> list[tuple[str, Callable[[], None]]]:
    """List every test that asks one sentence: which it is, and what asks it."""
    package = sys.modules[_PACKAGE] = ModuleType(_PACKAGE)
    package.__path__ = [str(ROOT / "tests/voice")]
    asked = []
    for name in ASKED:
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


def others_fail(asked: set[str]) -> bool:
    """Whether one of the voice tests fails that ask no single sentence."""
    files = sorted((ROOT / "tests/voice").glob("test_*.py"))
    command = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", f"--rootdir={ROOT}"]
    command += [str(path) for path in files if path.stem not in LEFT_OUT]
    parsed = "test_rules.py::test_examples_of_parsed_rules_hold"
    for test in sorted({parsed, *asked}):
        command += ["--deselect", f"tests/voice/{test}"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return pytest.main(command) not in (0, 5)


def try_one(mutant: Mutant | None, order: list[int], told: Connection) -> None:
    """Import the library with a mutant in it and tell what catches that; runs in a fork."""
    forget()
    if mutant is not None:
        sys.meta_path.insert(0, Changed(mutant))
    asked = sentences()
    for number in order:
        name, ask = asked[number]
        try:
            ask()
        except BaseException as error:  # whatever it is, the test fails
            told.send((number, f"{name}: {error}"))
            return
    failed = others_fail({name for name, _ in asked})
    told.send((None, "another voice test") if failed else (_PASSED, ""))


def caught(mutant: Mutant | None, order: list[int]) -> str:
    """Return what catches a mutant, or ""; a sentence that does moves to the front of `order`."""
    forking = multiprocessing.get_context("fork")
    told, telling = forking.Pipe(duplex=False)
    process = forking.Process(target=try_one, args=(mutant, order, telling))
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


def main() -> int:
    """Draw mutants, try each, and say which survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="mutants to draw (100); 0: all")
    parser.add_argument("--seed", type=int, default=1, help="seed of the draw (1)")
    parser.add_argument("--least", type=float, default=0.9, help="share that must be caught (.9)")
    asked = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    forget()  # what another checkout may have lent to `rulechanges`
    order = list(range(len(sentences())))
    random.Random(1).shuffle(order)  # noqa: S311  no secret is made
    failed = caught(None, order)
    if failed:
        print(f"the voice tests fail before any change; mend that first:\n{failed}")
        return 2
    every = mutants(ROOT)
    count = asked.count or len(every)
    survived = 0
    for mutant in sorted(random.Random(asked.seed).sample(every, count)):  # noqa: S311  the same
        if not caught(mutant, order):
            survived += 1
            source = (ROOT / mutant.path).read_text(encoding="utf-8")
            print("survived", mutant.shown(source), flush=True)
    held = count - survived
    share = held / count
    print(f"{held} of {count} mutants caught ({share:.0%}); seed {asked.seed}")
    return 0 if share >= asked.least else 1


if __name__ == "__main__":
    sys.exit(main())
