"""Tables on a terminal show what would drive it; into a pipe they go as they are."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

import framing
from framing.cli import cli

NAME = "Ash\x1b[31m\u202eHerald\x9b2J"
COMMANDS = [
    ("mentions",), ("attributions",), ("cues",), ("score",), ("events",), ("lines",),
    ("kwic", "forces"), ("rates", "--wide"), ("findings",), ("compare",),
]  # fmt: skip


MARK = "=== "  # before what a command sends
ONE_BY_ONE = f"""
import json, sys
from framing.cli import main
for words in json.loads(sys.argv[1]):
    sys.argv[1:] = words
    print("{MARK}" + words[0], flush=True)
    try:
        main()
    except SystemExit as end:
        sys.stdout.flush()
        assert not end.code, words
"""


@pytest.fixture(scope="module")
def news_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write two articles of outlets whose names hold orders to a terminal."""
    text = "The American occupation forces left “\u202ethe regime\x1b[2J”, Ana Ruiz said. "
    rows = [
        {"id": f"{n}\x07", "outlet": f"{NAME} {n}", "event": "e\x1b]0;t\x07", "text": text * 3}
        for n in range(2)
    ]
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def news(news_file: Path, tmp_path: Path) -> Path:
    """Return a copy of the articles for one test."""
    return Path(shutil.copy(news_file, tmp_path))


def started(words: Sequence[str], output: int) -> subprocess.Popen[bytes]:
    """Start Python with its output where it is told."""
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    return subprocess.Popen([sys.executable, *words], env=environment, stdout=output, stderr=output)


@pytest.fixture(scope="module")
def sent(news_file: Path) -> dict[str, str]:
    """Return what each command sends to a terminal; one process runs them one after the other."""
    import pty

    ours, theirs = pty.openpty()
    commands = json.dumps([[*command, str(news_file)] for command in COMMANDS])
    child = started(["-c", ONE_BY_ONE, commands], theirs)
    os.close(theirs)
    data = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how a terminal says that nobody writes to it any more
            break
        if not piece:
            break
        data += piece
    os.close(ours)
    assert child.wait() == 0, data.decode("utf-8")[-2000:]
    parts = data.decode("utf-8").split(MARK)[1:]
    return {part.split("\r\n")[0]: part for part in parts}


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of this kind are Unix's")
@pytest.mark.parametrize("command", [command[0] for command in COMMANDS])
def test_a_terminal_is_sent_no_orders(command: str, sent: dict[str, str]) -> None:
    """Whatever is printed, the articles' control and bidirectional characters are escapes."""
    for order in ("\x1b[31m", "\x1b[2J", "\x1b]0;", "\x07", "\x9b", "\u202e"):
        assert order not in sent[command]
    assert "articles read" in sent[command]


def test_a_pipe_gets_the_table_as_it_is(news: Path, tmp_path: Path) -> None:
    """A program that reads the table finds the outlet's name unchanged."""
    with (tmp_path / "table.csv").open("wb") as file:
        started(["-m", "framing.cli", "mentions", str(news)], file.fileno()).wait()
    assert NAME in (tmp_path / "table.csv").read_text("utf-8")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
@pytest.mark.parametrize("command", [("mentions",), ("lexicon", "list"), ("findings",)])
def test_a_standard_output_that_is_full_is_told_in_words(
    command: tuple[str, ...], news: Path
) -> None:
    """The exit status is that of what could not be written, and there is no traceback."""
    words = [sys.executable, "-m", "framing.cli", *command]
    words += [] if command[0] == "lexicon" else [str(news)]
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    with open("/dev/full", "w") as full:
        done = subprocess.run(words, env=environment, stdout=full, stderr=subprocess.PIPE)
    said = done.stderr.decode()
    assert done.returncode == 3
    assert "standard output could not be written: No space left on device" in said
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@pytest.mark.skipif(os.name != "posix", reason="a shell that closes streams")
def test_streams_that_are_closed_are_told_or_passed_over(news: Path) -> None:
    """A closed standard output is an output that can't be written; a closed error stream is not."""
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    begin = f'"{sys.executable}" -m framing.cli mentions "{news}"'
    closed = subprocess.run(["/bin/sh", "-c", f"{begin} >&-"], env=environment, capture_output=True)
    assert closed.returncode == 3
    assert b"standard output is closed" in closed.stderr
    assert b"Traceback" not in closed.stderr
    deaf = subprocess.run(["/bin/sh", "-c", f"{begin} 2>&-"], env=environment, capture_output=True)
    assert deaf.returncode == 0
    assert deaf.stdout.startswith(b"article_id,")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mentions", "-o", "names.docx"), "its name must end in .csv"),
        (("attributions", "-o", "names.doc"), "its name must end in .csv"),
        (("chart", "naming", "-o", "chart.doc"), "a chart can't be written as 'doc'"),
        (("chart", "naming", "-o", "chart.svg", "--data", "d.txt"), "its name must end in .csv"),
    ],
)
def test_an_ending_that_cannot_be_written_is_refused_before_the_articles_are_read(
    words: tuple[str, ...], said: str, news: Path
) -> None:
    """Nobody waits an hour to hear that .docx is no table."""
    done = CliRunner().invoke(cli, [*words, str(news)])
    assert done.exit_code == 2
    assert said in done.output
    assert "articles read" not in done.output


def test_a_file_name_makes_no_line_of_its_own(news: Path) -> None:
    """Its line ends are shown: what looks like a line of the program is one."""
    odd = news.rename(news.with_name("a\n9 articles read.jsonl"))
    done = CliRunner().invoke(cli, ["mentions", str(odd)])
    assert done.exit_code == 0
    assert "a\\n9 articles read.jsonl, line 1: " in done.output
    assert "\n9 articles read" not in done.output


def test_runs_as_a_module() -> None:
    """`python -m framing` is the command, with its exit status."""
    words = [sys.executable, "-m", "framing"]
    told = subprocess.run([*words, "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("framing ")
    assert subprocess.run([*words, "nothing"], capture_output=True, check=False).returncode == 2
