"""The notebooks run from top to bottom, and are kept without outputs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def test_there_are_notebooks():
    """The first three are there, in their order."""
    assert [path.name[:2] for path in NOTEBOOKS][:3] == ["01", "02", "03"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_kept_clean(path):
    """No outputs or counts are stored, every cell has an id, and words come first."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert cells[0]["cell_type"] == "markdown"
    assert all(cell["id"] for cell in cells)
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert [cell for cell in code if cell["outputs"] or cell["execution_count"]] == []


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_runs(path, optional):
    """Every cell runs without an error, from the notebook's own folder."""
    nbclient, nbformat = optional("nbclient"), optional("nbformat")
    optional("ipykernel")
    notebook = nbformat.read(path, as_version=4)
    before = {file for file in FOLDER.rglob("*") if "__pycache__" not in file.parts}
    client = nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": FOLDER}}
    )
    client.execute()
    outputs = [o for cell in notebook.cells for o in cell.get("outputs", [])]
    assert [o for o in outputs if o["output_type"] == "error"] == []
    assert any("text/html" in o.get("data", {}) for o in outputs)
    after = {file for file in FOLDER.rglob("*") if "__pycache__" not in file.parts}
    assert after == before
