"""Make the ready worksheets of examples/classroom from the teaching corpus and its keys.

    python examples/make_classroom.py [FOLDER]

The pupils' pages go into FOLDER, keys and versions to print into FOLDER/teacher.
"""

from __future__ import annotations

import sys
from pathlib import Path

from framing.classroom import marking_page, worksheet

HERE = Path(__file__).resolve().parent

#: Name of the file: (event, level). Three lessons use them in this order.
SHEETS = {
    "1-find-it": ("lantern-square", "find"),
    "2-whose-voice": ("hadrun-strike", "voice"),
    "2-rewrite-it": ("hadrun-strike", "rewrite"),
    "3-compare-two": ("saint-orla", "compare"),
    "3-guess-the-outlet": ("saint-orla", "guess"),
}

ABOUT = {
    "Castrel Herald": "a newspaper close to the government of Varenia",
    "Free Ferrun": "an opposition site from Tolmark, against that government",
    "Norlan Wire": "a news agency that many newspapers print",
    "Brisca Blare": "a tabloid from Pellandia",
}


def make(folder: Path) -> list[Path]:
    """Write every worksheet and the marking page; return the paths written."""
    written = [marking_page(folder / "teacher" / "mark-answers.html")]
    for name, (event, level) in SHEETS.items():
        files = worksheet(
            HERE / "corpus" / event,
            folder / f"{name}.html",
            level=level,
            answers=HERE / "keys" / event,
            about=ABOUT,
        )
        written.append(files.sheet)
        for file in (files.key, files.printable):
            written.append(file.replace(folder / "teacher" / file.name))
    return written


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "classroom"
    for path in make(target):
        print(path)
