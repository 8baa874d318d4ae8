"""The gallery: every kind of chart is drawn, shown and described."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from framing.charts import KINDS

ROOT = Path(__file__).parents[2]


def test_every_kind_is_in_the_gallery(tmp_path: Path) -> None:
    """The script draws each kind once and describes it; the committed page shows the same."""
    script = ROOT / "examples" / "make_gallery.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, cwd=ROOT)
    page = (tmp_path / "README.md").read_text(encoding="utf-8")
    kept = (ROOT / "examples" / "gallery" / "README.md").read_text(encoding="utf-8")
    for kind in KINDS:
        assert (tmp_path / f"{kind}.png").stat().st_size > 3000
        assert (ROOT / "examples" / "gallery" / f"{kind}.png").is_file()
        for text in (page, kept):
            line = next(row for row in text.splitlines() if row.endswith(f"]({kind}.png)"))
            assert len(line) > 60
            assert "Nothing to draw" not in line
