"""Charts in the page: two layouts of one list of marks, whose numbers open their lines."""

from __future__ import annotations

import html
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

from framing.comparison import Comparison
from framing.report.figures import figures_of


def test_a_chart_is_laid_out_anew_for_a_telephone(comparison: Comparison) -> None:
    """The narrow layout is no wider than a telephone, its letters are as large, its words there."""
    figures = figures_of(comparison)
    assert "naming" in [figure.kind for figure in figures]
    for figure in figures:
        wide, narrow = (ET.fromstring(str(svg)) for svg in (figure.wide, figure.narrow))  # noqa: S314 - the library's own output
        assert float(narrow.get("viewBox", "").split()[2]) <= 340
        for svg in (wide, narrow):
            sizes = [float(n.get("font-size", "0")) for n in svg.iter() if n.tag.endswith("}text")]
            assert min(sizes) >= 10
        said = [set("".join(svg.itertext()).split()) for svg in (wide, narrow)]
        assert len(said[0] & said[1]) > 0.8 * len(said[1])


def test_numbers_of_the_charts_open_as_many_lines_as_they_say(comparison: Comparison) -> None:
    """Each mark that counts something asks for it in the page's own words."""
    for figure in figures_of(comparison):
        asked = re.findall(r'<g class="pick"([^>]*)>', str(figure.narrow))
        assert asked
        for attributes in asked:
            query = dict(re.findall(r'data-([\w-]+)="([^"]*)"', attributes))
            n = int(query.pop("of", query["n"]))
            query.pop("n")
            plain = {name.replace("-", "_"): html.unescape(v) for name, v in query.items()}
            assert len(comparison.lines(plain)) == n


def test_no_matplotlib_is_loaded_for_the_page() -> None:
    """A report is written without the library that draws files."""
    code = (
        "import sys, framing.report, framing.charts, framing.report.figures; "
        "from framing.charts import KINDS; list(KINDS); "
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
