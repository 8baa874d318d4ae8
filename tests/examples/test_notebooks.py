"""The notebooks are five, kept with the outputs that running them gives, and open with words."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest
from scripts import load_script

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FOLDER = EXAMPLES / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_five_in_order():
    """Their names say in which order they are read."""
    assert [path.name[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_kept_as_they_ran(path):
    """Words come first, cells ran once from top to bottom, none of them into an error."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert cells[0]["cell_type"] == "markdown"
    assert all(cell["id"] for cell in cells)
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    outputs = [output for cell in code for output in cell["outputs"]]
    assert "error" not in {output["output_type"] for output in outputs}
    assert any("text/html" in output.get("data", {}) for output in outputs)


def run_notebooks() -> ModuleType:
    """Load the script that runs them."""
    return load_script(EXAMPLES / "run_notebooks.py")


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_outputs_kept_are_those_of_a_run(path, optional):
    """What a reader sees under a cell is what the cell gives today; nothing is left behind."""
    optional("nbclient"), optional("nbformat"), optional("ipykernel")
    before = {file for file in FOLDER.rglob("*") if "__pycache__" not in file.parts}
    script = run_notebooks()
    assert script.differences(path, script.ran(path)) == []
    after = {file for file in FOLDER.rglob("*") if "__pycache__" not in file.parts}
    assert after == before
