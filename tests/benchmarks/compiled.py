"""What a compiled build would bring: the rooms that read, through mypyc or Cython, unchanged.

    python tests/benchmarks/compiled.py build FOLDER [--with mypyc|cython]   (minutes)
    python tests/benchmarks/compiled.py same FOLDER [--articles 1500]        (the same bytes?)
    python tests/benchmarks/compiled.py speed FOLDER [--articles 100] [--rounds 5]

`build` copies the checkout's library into FOLDER and compiles it there; nothing of the checkout
is touched. For mypyc the copy's constants are declared `Final`, and sets of tags written out, as
a name that might change is looked up anew each time. It needs a C compiler, and mypy or cython
beside setuptools. `same` analyses articles with both libraries, each in a process of its own, and
names the first rows that differ; `speed` takes turns, and prints processor time an article and
the ratio of medians.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from framing.voice.text.tags import Tags

ROOT = Path(__file__).parents[2]

READS = "voice matching language stance".split()
FILES = (
    "values articles.paragraphs articles.splitting articles.zones articles.parts articles.captions "
    "articles.furniture articles.notices articles.layout articles.genres analysis.batch "
    "analysis.abreast analysis.counting analysis.scores analysis.reprints"
).split()
LEFT_OUT = {
    "voice/probability.py": "mypyc leaves its constant tuple unset: every article then breaks",
    "voice/parsed.py": "needs spaCy",
    "stance/sentiment.py": "loads TextBlob",
    "stance/bytefold.py": "a cached_property stops caching in a compiled class",
}
HOT = (  # for Cython: tokens and tags, the timeline of decisions, the grammar of roles
    "voice.text.tokens voice.grammar.asides voice.decisions matching.scene matching.predication "
    "matching.binding matching.searching matching.nounphrases matching.agents matching.doers"
).split()

_SETUP = """
import sys
from setuptools import setup
tool, *files = sys.argv.pop().split(",")
if tool == "mypyc":
    from mypyc.build import mypycify
    modules = mypycify(files, opt_level="2")
else:
    from Cython.Build import cythonize
    modules = cythonize(
        files, compiler_directives={"language_level": 3, "annotation_typing": False}
    )
setup(name="framing", packages=[], ext_modules=modules)
"""


def compiled_files(folder: Path, tool: str) -> Iterator[str]:
    """Yield the files to compile, as paths from the folder."""
    if tool == "cython":
        yield from (f"framing/{name.replace('.', '/')}.py" for name in HOT)
        return
    for room in READS:
        for path in sorted((folder / "framing" / room).rglob("*.py")):
            inside = str(path.relative_to(folder / "framing"))
            if path.name != "__init__.py" and inside not in LEFT_OUT:
                yield f"framing/{inside}"
    yield from (f"framing/{name.replace('.', '/')}.py" for name in FILES)


def with_final_constants(source: str) -> str:
    """Return a module whose constants, names in capitals that are bound once, are `Final`."""
    tree = ast.parse(source)
    bound = Counter(
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    lines = source.split("\n")
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        name = targets[0] if len(targets) == 1 else None
        if isinstance(name, ast.Name) and name.id.isupper() and bound[name.id] == 1:
            line = lines[node.lineno - 1]
            lines[node.lineno - 1] = f"{name.id}: _Final{line.removeprefix(name.id)}"
    future = "from __future__ import annotations"
    return "\n".join(lines).replace(future, f"{future}\nfrom typing import Final as _Final", 1)


def with_tags_written_out(source: str, named: Mapping[str, str]) -> str:
    """Return the module of tags with the letters of each set in place of its sum."""
    before, after = source.split("class Tags:")

    def written_out(line: re.Match[str]) -> str:
        return f"    {line[1]}: Final = {named[line[1]]!r}  "

    sums = re.compile(r"^    ([A-Z_]+): Final = [^#\n]*", re.MULTILINE)
    return before + "class Tags:" + sums.sub(written_out, after)


def build(folder: Path, tool: str) -> None:
    """Copy the library and compile it in place."""
    for name in ("framing", "lexicons"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    if tool == "mypyc":
        for path in map(folder.joinpath, compiled_files(folder, tool)):
            written = with_final_constants(path.read_text(encoding="utf-8"))
            if path.name == "tags.py":
                written = with_tags_written_out(written, vars(Tags))
            path.write_text(written, encoding="utf-8")
    (folder / "setup.py").write_text(_SETUP, encoding="utf-8")
    (folder / "mypy.ini").write_text("[mypy]\nignore_missing_imports = True\n", encoding="utf-8")
    words = ",".join([tool, *compiled_files(folder, tool)])
    command = [sys.executable, "setup.py", "build_ext", "--inplace", words]
    subprocess.run(command, cwd=folder, check=True)
    made = list(folder.rglob("*.so")) + list(folder.rglob("*.pyd"))
    print(f"{len(made)} files, {sum(path.stat().st_size for path in made) / 1e6:.1f} MB")


def _worker(tree: Path, articles: int, what: str) -> subprocess.Popen[str]:
    """Start a process that uses the library of `tree`."""
    environment = os.environ | {"PYTHONPATH": f"{tree}{os.pathsep}{Path(__file__).parent}"}
    command = [sys.executable, __file__, "worker", str(tree), "--articles", str(articles)]
    return subprocess.Popen(
        [*command, "--what", what], env=environment, text=True, bufsize=1,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip


def worker(tree: Path, count: int, what: str) -> None:
    """Print the rows' digests, or the seconds of a run for each line that is read."""
    import framing

    if not Path(framing.__file__).is_relative_to(tree):
        raise SystemExit(f"this is {framing.__file__}, not the library in {tree}")
    from analyze import real_articles

    articles = real_articles(count)
    if what == "rows":
        analysis = framing.analyze(articles, sentiment=False)
        print(f"articles {len(analysis.articles)}")
        for name, table in analysis.tables.items():
            for number, row in enumerate(table.to_json(orient="records", lines=True).splitlines()):
                print(name, number, hashlib.sha256(row.encode()).hexdigest()[:16])
        return
    framing.analyze(articles, sentiment=False)
    for _ in sys.stdin:
        begun = time.process_time()
        framing.analyze(articles, sentiment=False)
        print((time.process_time() - begun) / count, flush=True)


def same(folder: Path, count: int) -> int:
    """Print whether both libraries give the same rows, and the first that differ."""
    ours, theirs = (
        _worker(tree, count, "rows").communicate()[0].splitlines() for tree in (ROOT, folder)
    )
    differ = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    print(f"{ours[0]}: {len(ours) - 1} rows, {len(theirs) - 1} compiled, {len(differ)} differ")
    print("\n".join(" | ".join(pair) for pair in differ[:5]))
    return int(bool(differ) or len(ours) != len(theirs))


def speed(folder: Path, count: int, rounds: int) -> None:
    """Print the processor time of both, in turns."""
    running = [_worker(tree, count, "speed") for tree in (ROOT, folder)]
    taken: list[list[float]] = [[], []]
    for _ in range(rounds):
        for process, seconds in zip(running, taken, strict=True):
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("\n")
            process.stdin.flush()
            seconds.append(float(process.stdout.readline()))
    for process in running:
        process.communicate()
    ours, theirs = map(statistics.median, taken)
    print(f"{ours * 1e6:.0f} µs an article, compiled {theirs * 1e6:.0f}: {ours / theirs:.2f} times")


def main() -> int:
    """Do what is asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", choices=["build", "same", "speed", "worker"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--with", dest="tool", choices=["mypyc", "cython"], default="mypyc")
    parser.add_argument("--articles", type=int)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--what", default="rows", help=argparse.SUPPRESS)
    options = parser.parse_args()
    folder = options.folder.resolve()
    if options.step == "build":
        build(folder, options.tool)
    elif options.step == "same":
        return same(folder, options.articles or 1500)
    elif options.step == "speed":
        speed(folder, options.articles or 100, options.rounds)
    else:
        worker(folder, options.articles, options.what)
    return 0


if __name__ == "__main__":
    sys.exit(main())
