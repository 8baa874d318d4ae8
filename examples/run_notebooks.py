"""Run every notebook and keep its outputs, or say which output no longer shows what is so.

    python examples/run_notebooks.py            runs and writes
    python examples/run_notebooks.py --check    writes nothing; ends with 1 where something differs

Words and tables are compared, but for versions of packages; pictures are only seen to be there,
since a font may differ. Needs the extra ``notebook``.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import nbclient
import nbformat

HERE = Path(__file__).resolve().parent / "notebooks"
PICTURES = ("image/png", "image/svg+xml", "text/html")
_VERSION = re.compile(r"\b\d+\.\d+\.\d+\b")
_CHANGING = re.compile(r"0x[0-9a-f]{6,}|/\S*/tmp\w*")


def ran(path: Path) -> Any:
    """Run a notebook from its own folder and return it with its outputs."""
    notebook = nbformat.read(path, as_version=4)
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"  # pictures below cells
    client = nbclient.NotebookClient(
        notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": HERE}}
    )
    client.execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = [
                kept(output) for output in cell.outputs if output.get("name") != "stderr"
            ]
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def kept(output: Any) -> Any:
    """Return an output without what changes from run to run: addresses, temporary folders."""
    for holder, key in ((output, "text"), (output.get("data", {}), "text/plain")):
        if key in holder:
            holder[key] = _CHANGING.sub("…", holder[key])
    return output


def told(notebook: Any) -> list[list[tuple[str, str]]]:
    """Return what each code cell shows: its words, and which kinds of picture."""
    cells = []
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        shown = []
        for output in cell.outputs:
            data = output.get("data", {})
            words = str(output.get("text", data.get("text/plain", "")))
            shown.append(("words", _VERSION.sub("…", words)))
            shown += [("picture", kind) for kind in PICTURES if kind in data]
        cells.append(shown)
    return cells


def differences(path: Path, new: Any) -> list[str]:
    """Name the cells whose outputs are other than those kept."""
    before, after = told(nbformat.read(path, as_version=4)), told(new)
    return [
        f"{path.name}, code cell {number}: kept\n{was}\nnow\n{now}"
        for number, (was, now) in enumerate(zip(before, after, strict=True), start=1)
        if was != now
    ]


def main() -> int:
    """Run all; with ``--check`` compare, else write."""
    worst = 0
    for path in sorted(HERE.glob("*.ipynb")):
        new = ran(path)
        if "--check" in sys.argv[1:]:
            found = differences(path, new)
            print("\n".join(found) or f"{path.name}: as kept")
            worst = max(worst, bool(found))
        else:
            nbformat.write(new, path)
            print(f"{path.name}: written")
    return int(worst)


if __name__ == "__main__":
    sys.exit(main())
