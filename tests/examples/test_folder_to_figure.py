"""The script from folder to figure runs as written, and stays short."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest


def test_under_twenty_lines(examples):
    """Comments and blank lines aside, it has fewer than twenty lines."""
    script = (examples / "folder_to_figure.py").read_text(encoding="utf-8").splitlines()
    code = [line for line in script if line.strip() and not line.lstrip().startswith(("#", '"""'))]
    assert len(code) < 20


@pytest.mark.slow
def test_runs_from_folder_to_figure(examples, tmp_path):
    """It leaves a figure, the figure's numbers and a report in the working directory."""
    subprocess.run([sys.executable, examples / "folder_to_figure.py"], cwd=tmp_path, check=True)
    assert (tmp_path / "naming.png").read_bytes().startswith(b"\x89PNG")
    numbers = pd.read_csv(tmp_path / "naming.csv")
    assert {"Castrel Herald", "Norlan Wire"} <= set(numbers["outlet"])
    assert set(numbers["concept"]) == {"foreign-troops"}
    assert "<title>" in (tmp_path / "report.html").read_text(encoding="utf-8")
