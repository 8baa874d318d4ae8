"""The page of who says what: sources in the margin, cues underlined, reported words tinted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from click.testing import CliRunner

from framing import analyze
from framing.cli import cli
from framing.report import PageRoom, write_attributions
from framing.values import Article

TEXT = "“The bridge is safe,” said Mayor Ilse Brandt.\n\nCritics deny that. <b>It</b> fell & fell."


def articles(many: int = 2) -> list[Article]:
    """Make articles that quote one person each."""
    return [
        Article(f"a{i}", "Post <i>", f"day {i}", "2024-01-02", f"Bridge <{i}>", None, TEXT)
        for i in range(many)
    ]


def test_margin_cue_and_ground(tmp_path: Path) -> None:
    """Speaker, kind, cue and rule in words stand beside the paragraph that holds the passage."""
    path = write_attributions(analyze(articles(), sentiment=False), tmp_path / "new" / "who.html")
    html = path.read_text(encoding="utf-8")
    assert '<span class="said">“The bridge is safe,”</span>' in html
    assert '<span class="cue">said</span>' in html
    assert "<bdi>Ilse Brandt</bdi> <small>named, direct, “said”" in html
    assert '<span class="why">; stands before a reporting word and its source' in html
    assert "&lt;b&gt;" in html
    assert "fell &amp; fell<" in html
    assert "<b>" not in html
    assert "<script" not in html
    assert "Bridge &lt;1&gt;" in html


def test_same_bytes_and_what_is_left_out(tmp_path: Path) -> None:
    """Written twice the page is the same; a big corpus is shown in part, and that is said."""
    analysis = analyze(articles(4), sentiment=False)
    one, two = (write_attributions(analysis, tmp_path / f"{n}.html") for n in "ab")
    assert one.read_bytes() == two.read_bytes()
    assert "This page shows" not in one.read_text(encoding="utf-8")
    few = write_attributions(analysis, tmp_path / "c.html", room=PageRoom(articles=3))
    html = few.read_text(encoding="utf-8")
    assert "This page shows 3 of the articles" in html
    assert html.count("<article id=") == 3


def test_from_the_command_line(tmp_path: Path) -> None:
    """`framing attributions` writes a page by --format html or by the file's ending."""
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "post.txt").write_text(TEXT, encoding="utf-8")
    run = CliRunner().invoke
    for more in (["--format", "html", "-o", str(tmp_path / "a.page")],
                 ["-o", str(tmp_path / "b.html")]):  # fmt: skip
        done = run(cli, ["attributions", str(tmp_path / "e"), *more])
        assert done.exit_code == 0, done.output
        assert "<bdi>Ilse Brandt</bdi>" in Path(more[-1]).read_text(encoding="utf-8")
    refused = run(cli, ["attributions", str(tmp_path / "e"), "--format", "html"])
    assert refused.exit_code == 2
    assert "-o NAME.html" in refused.stderr


def test_the_page_in_a_browser(browser: Any, axe: Any, tmp_path: Path) -> None:
    """It asks for nothing, sources stand beside their paragraph, axe finds nothing serious."""
    path = write_attributions(analyze(articles(), sentiment=False), tmp_path / "who.html")
    context = browser.new_context(viewport={"width": 1100, "height": 800})
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("request", lambda request: trouble.append(request.url))
    page.goto(path.as_uri())
    assert trouble == [path.as_uri()]
    boxes = [page.locator(f".para {part}").first.bounding_box() for part in ("p", ".notes")]
    assert boxes[1]["x"] > boxes[0]["x"] + boxes[0]["width"]
    assert abs(boxes[1]["y"] - boxes[0]["y"]) < 5
    cue = page.locator(".cue", has_text="said").last
    assert "double" in cue.evaluate("n => getComputedStyle(n).textDecoration")
    found = axe.Axe().run(page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
    context.close()


def test_title_of_the_report_from_the_command_line(tmp_path: Path) -> None:
    """`framing compare --title` names the page."""
    (tmp_path / "e").mkdir()
    (tmp_path / "e" / "post.txt").write_text(TEXT, encoding="utf-8")
    page = tmp_path / "r.html"
    wish = ["--no-sentiment", "--title", "The <bridge>", "-o", str(page)]
    done = CliRunner().invoke(cli, ["compare", str(tmp_path / "e"), *wish])
    assert done.exit_code == 0, done.output
    assert "<title>The &lt;bridge&gt;</title>" in page.read_text(encoding="utf-8")
