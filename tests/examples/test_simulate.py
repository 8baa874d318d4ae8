"""The simulated coverage is reproducible, says what it is, and holds what was planted."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from scripts import load_script

import framing

SCRIPT = Path(__file__).resolve().parents[2] / "examples" / "simulate.py"


@pytest.fixture(scope="module")
def simulate():
    """Load the script as a module, as a notebook beside it would."""
    return load_script(SCRIPT)


@pytest.fixture(scope="module")
def made(simulate):
    """Make the default corpus with its truth."""
    return simulate.simulate_with_truth()


def test_every_outlet_covers_every_event(made, simulate):
    """24 events by four outlets, each article once, under ids of its own."""
    articles, _ = made
    assert len(articles) == 96
    assert articles["id"].is_unique
    assert set(articles.groupby("event")["outlet"].nunique()) == {len(simulate.PLANTED)}


def test_same_seed_same_bytes(simulate, tmp_path):
    """A seed fixes every byte, on every machine; another seed changes them."""
    for name, seed in (("a", 0), ("b", 0), ("c", 1)):
        simulate.write(simulate.simulate(6, seed), tmp_path / f"{name}.csv")
    a, b, c = ((tmp_path / f"{name}.csv").read_bytes() for name in "abc")
    assert a == b != c
    assert hashlib.sha256(a).hexdigest()[:16] == "3c68c261a1328585"


def test_truth_points_at_the_words(made):
    """Every planted naming stands at the offsets the truth gives for it."""
    articles, truth = made
    texts = articles.set_index("id")["text"]
    wrong = [row for row in truth.itertuples() if texts[row.id][row.start : row.end] != row.text]
    assert wrong == []
    assert len(truth) > 1000


def test_own_voice_shares_are_those_planted(made, simulate):
    """Loaded shares in own voice lie within four standard errors of what was planted."""
    _, truth = made
    own = truth[truth["voice"] == "own"].groupby("outlet")["loaded"].agg(["mean", "size"])
    for outlet, chance in simulate.PLANTED.items():
        share, n = own.loc[outlet]
        effective = n * (1 - simulate.REPEAT)
        assert abs(share - chance) < 4 * (chance * (1 - chance) / effective) ** 0.5, outlet


def test_speakers_are_alike_in_every_outlet(made, simulate):
    """Inside quotations and indirect speech no outlet was given a difference."""
    _, truth = made
    said = truth[truth["voice"] != "own"].groupby("outlet")["loaded"].mean()
    assert (said - simulate.SPEAKERS_LOADED).abs().max() < 0.15


def test_marked_as_simulated(made):
    """Each article carries the mark, in a column and in words."""
    articles, _ = made
    assert articles["simulated"].all()
    assert articles["note"].str.contains("Not a finding").all()
    assert articles["outlet"].str.startswith("Simulated ").all()


def test_command_writes_a_folder(tmp_path):
    """The command writes EVENT/OUTLET.txt with front matter that says simulated."""
    out = tmp_path / "sim"
    done = subprocess.run(
        [sys.executable, SCRIPT, out, "--events", "2", "--seed", "3"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Not a finding" in done.stdout
    files = sorted(out.glob("*/*.txt"))
    assert len(files) == 8
    front = yaml.safe_load(files[0].read_text(encoding="utf-8").split("---\n")[1])
    assert front["simulated"] is True
    assert front["outlet"] == "Simulated A"


@pytest.fixture(scope="module")
def comparison(made):
    """Run the whole way through on the simulated articles."""
    lexicons = ["foreign-forces", "strikes", "killings", "armed-groups", "governments", "protest"]
    return framing.compare(framing.analyze(made[0], lexicons, sentiment=False))


def test_the_tool_finds_every_naming_planted(made, comparison):
    """Nothing planted is missed, nothing else found, and voices are nearly all right."""
    _, truth = made
    found = comparison.analysis.mentions
    both = truth.merge(
        found, left_on=["id", "start", "end"], right_on=["article_id", "start", "end"]
    )
    assert len(both) == len(truth) == len(found)
    assert (both["concept_x"] == both["concept_y"]).all()
    assert (both["loaded_x"] == both["loaded_y"]).all()
    assert (both["voice_x"] == both["voice_y"]).mean() > 0.99


def test_planted_differences_come_out_and_no_other(comparison):
    """A differs from C and D by what was planted; C and D, alike on purpose, in no concept."""
    table = comparison.differences
    table = table[(table["role"] == "primary") & (table["scope"] == "own")]
    pairs = dict(list(table.groupby(["outlet_a", "outlet_b"])))
    for other in ("Simulated C", "Simulated D"):
        rows = pairs["Simulated A", other]
        row = rows[rows["concept"].isna()].iloc[0]
        assert row["p_value"] < 0.001
        assert row["low"] < 0.62 < row["high"]
    null = pairs["Simulated C", "Simulated D"]
    assert not (null["p_value"] <= 0.05).any()
    row = null[null["concept"].isna()].iloc[0]
    assert row["low"] < 0 < row["high"]


def test_no_naming_hides_in_the_padding(simulate):
    """Words of one concept do not stand in the templates, so the truth is complete."""
    padding = " ".join([*simulate.OWN, *simulate.QUOTED, *simulate.ATTRIBUTED, *simulate.FILLER])
    for neutral, loaded in simulate.WORDS.values():
        for word in (neutral, loaded):
            assert word.split()[-1] not in padding
