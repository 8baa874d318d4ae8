"""The tables in other programs: what the page on taking them elsewhere says is carried out."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

import framing
from framing.cli import cli

HERE = Path(__file__).parents[2] / "examples" / "takeaway"
R = shutil.which("Rscript")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a corpus in which Post writes "occupation forces" in seven of ten, Wire in three."""
    rng = np.random.default_rng(4)
    rows = []
    for event in range(40):
        for outlet, share in (("Post", 0.7), ("Wire", 0.3)):
            words = np.where(rng.random(5) < share, "Occupation forces", "Foreign troops")
            text = " ".join(f"{word} left mill {at}." for at, word in enumerate(words))
            rows.append((f"event {event}", outlet, text))
    path = tmp_path_factory.mktemp("planted") / "news.csv"
    pd.DataFrame(rows, columns=["event", "outlet", "text"]).to_csv(path, index=False)
    return path


def run(*arguments: str | Path) -> None:
    """Run a command that must end well."""
    done = CliRunner().invoke(cli, [str(one) for one in arguments])
    assert done.exit_code == 0, done.output


def in_r(*arguments: str | Path) -> str:
    """Run an R script; skip where there is no R, or not the package it needs."""
    if R is None:
        pytest.skip("R is not installed; apt-get install r-base-core r-cran-lme4 r-cran-haven")
    done = subprocess.run([R, *map(str, arguments)], capture_output=True, text=True, check=False)
    if "there is no package called" in done.stderr:
        pytest.skip(done.stderr.strip().splitlines()[0])
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_mixed_model_in_r_finds_what_was_planted(planted: Path, tmp_path: Path) -> None:
    """The log odds of Wire against Post are those of .3 against .7: -1.69, within its error."""
    path = tmp_path / "long.csv"
    run("long", planted, "--lexicon", "foreign-forces", "-o", path)
    long = pd.read_csv(path)
    rows = long.loc[long["wording"] == "occupation force"]
    said = in_r(HERE / "long.R", path, "foreign-troops", "occupation force")
    assert f"{rows['n'].sum()} of {rows['total'].sum()} namings" in said
    value, error = map(float, re.search(r"sideWire\s+(-?[\d.]+)\s+([\d.]+)", said).groups())
    truth = np.log(0.3 / 0.7) - np.log(0.7 / 0.3)
    assert abs(value - truth) < 3 * error
    assert error < 0.4


@pytest.mark.slow
def test_r_reads_the_stata_file(planted: Path, tmp_path: Path, optional) -> None:
    """In R, haven reads the .dta: the same rows, with what each column means as its label."""
    optional("pyreadstat")
    path = tmp_path / "long.dta"
    run("long", planted, "--lexicon", "foreign-forces", "-o", path)
    script = tmp_path / "read.R"
    script.write_text(
        "library(haven); d <- read_dta(commandArgs(TRUE)[1]);"
        'cat(nrow(d), sum(d$n), attr(d$total, "label"))'
    )
    said = in_r(script, path)
    comparison = framing.compare(
        framing.analyze(framing.read_articles(planted), "foreign-forces", sentiment=False)
    )
    long = comparison.long()
    assert said.startswith(f"{len(long)} {long['n'].sum()} namings of the concept")


def test_the_page_names_only_commands_and_files_that_are_there() -> None:
    """Every command on the page exists with its options, and both scripts lie beside it."""
    page = (HERE / "README.md").read_text("utf-8")
    assert {path.name for path in HERE.iterdir()} == {"README.md", "long.R", "long.do"}
    lines = [line for line in page.splitlines() if line.startswith("framing ")]
    assert len(lines) >= 8
    for line in lines:
        words = line.split("#")[0].split()
        command = cli.commands[words[1]]
        rest = words[2:]
        if hasattr(command, "commands"):
            command, rest = command.commands[rest[0]], rest[1:]
        known = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
        assert {word for word in rest if word.startswith("-")} <= known, line


def test_long_scripts_use_columns_that_the_table_has() -> None:
    """What R and Stata ask for by name are columns of the long table."""
    from framing.comparison.namingtable import LONG

    asked = {"concept", "wording", "n", "total", "side", "event", "article_id"}
    assert asked <= set(LONG)
    for name in ("long.R", "long.do"):
        script = (HERE / name).read_text("utf-8")
        assert all(re.search(rf"\b{one}\b", script) for one in asked), name
