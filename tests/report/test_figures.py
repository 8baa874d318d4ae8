"""Charts in the page: two layouts of one list of marks, whose numbers open their lines."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from framing.comparison import Comparison
from framing.report.figures import Figure, figures_of, pictures_of
from framing.report.numbered import Numbers


@pytest.fixture(scope="module")
def drawn(comparison: Comparison) -> list[Figure]:
    """Return the charts and pictures of a page."""
    numbers = Numbers(comparison, {})
    return [*pictures_of(comparison, numbers), *figures_of(comparison, numbers)]


def test_a_chart_is_laid_out_anew_for_a_telephone(drawn: list[Figure]) -> None:
    """The narrow layout is no wider than a telephone, its letters are as large, its words there."""
    assert {"sides", "naming"} <= {figure.kind for figure in drawn}
    for figure in drawn:
        wide, narrow = (ET.fromstring(str(svg)) for svg in (figure.wide, figure.narrow))  # noqa: S314 - the library's own output
        assert float(narrow.get("viewBox", "").split()[2]) <= 340
        for svg in (wide, narrow):
            sizes = [float(n.get("font-size", "0")) for n in svg.iter() if n.tag.endswith("}text")]
            assert min(sizes) >= 10
        said = [set("".join(svg.itertext()).split()) for svg in (wide, narrow)]
        assert len(said[0] & said[1]) > 0.8 * len(said[1])


def test_numbers_of_the_charts_are_numbers_of_the_page(drawn: list[Figure]) -> None:
    """Both layouts of a chart ask for the same numbers, and there is one at least."""
    for figure in drawn:
        wide, narrow = (
            set(re.findall(r'<g class="pick" data-q="(\d+)">', str(svg)))
            for svg in (figure.wide, figure.narrow)
        )
        assert narrow
        assert narrow <= wide


def test_no_matplotlib_is_loaded_for_the_page() -> None:
    """A report is written without the library that draws files."""
    code = (
        "import sys, framing.report, framing.charts, framing.report.figures; "
        "from framing.charts import KINDS; list(KINDS); "
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
