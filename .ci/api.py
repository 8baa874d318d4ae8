"""Build the API page from the docstrings: python .ci/api.py FOLDER.

The public names of `framing` are loaded on demand; here they are loaded first, so that the page
of the top level shows them, and each room has a page of its own.
"""

from __future__ import annotations

import pkgutil
import sys
from pathlib import Path

import pdoc

import framing


def main() -> None:
    """Write one page a room into the folder given."""
    for name in framing.__all__:
        setattr(framing, name, getattr(framing, name))
    rooms = sorted(
        f"framing.{room.name}"
        for room in pkgutil.iter_modules(framing.__path__)
        if not room.name.startswith("_")
    )
    pdoc.render.configure(docformat="numpy")
    pdoc.pdoc("framing", *rooms, output_directory=Path(sys.argv[1]))


main()
