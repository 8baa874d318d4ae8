"""The gallery: one command draws every picture, and says which no longer shows what is so."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from scripts import load_script

from framing.charts import KINDS

EXAMPLES = Path(__file__).parents[2] / "examples"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def draw() -> Iterator[ModuleType]:
    """Load the command."""
    sys.path.insert(0, str(EXAMPLES))
    yield load_script(EXAMPLES / "draw.py")
    sys.path.remove(str(EXAMPLES))


@pytest.fixture(scope="module")
def made(draw: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the whole gallery into a folder."""
    folder = tmp_path_factory.mktemp("gallery")
    draw.make_gallery.make(folder)
    return folder


@pytest.fixture
def gallery(draw: ModuleType, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the command a gallery of its own, freshly drawn."""
    folder = tmp_path / "gallery"
    shutil.copytree(made, folder)
    monkeypatch.setattr(draw, "GALLERY", folder)
    return folder


def test_every_kind_is_drawn_and_described(made: Path) -> None:
    """Each kind has a picture that shows something, its numbers and a description made of them."""
    page = (made / "README.md").read_text(encoding="utf-8")
    numbers = yaml.safe_load((made / "drawn.yaml").read_text(encoding="utf-8"))
    for kind in KINDS:
        assert (made / f"{kind}.png").stat().st_size > 3000
        assert len(numbers[kind]["numbers"].splitlines()) > 1
        line = next(row for row in page.splitlines() if row.endswith(f"]({kind}.png)"))
        assert "Nothing to draw" not in line


def test_a_fresh_gallery_passes(draw: ModuleType, gallery: Path) -> None:
    """What was just drawn is called as it is."""
    assert list(draw.stale_pictures()) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("drawn.yaml", "dispersion: the numbers are others now"),
        ("voice.png", "voice: the picture was not drawn from these numbers"),
        ("README.md", "the gallery's page describes other numbers"),
    ],
)
def test_what_was_changed_by_hand_is_named(
    draw: ModuleType, gallery: Path, file: str, said: str
) -> None:
    """Numbers, a picture or the page that no run of the command left are found."""
    (gallery / file).write_bytes((gallery / file).read_bytes() + b"    0\n")
    assert list(draw.stale_pictures()) == [said]


def test_a_chart_command_must_draw_its_picture(draw: ModuleType, gallery: Path) -> None:
    """A page's command draws the numbers of the picture it shows, or is named."""
    picture = "\n![x](gallery/naming.png)\n"
    right = f"framing chart naming {draw.make_gallery.COMMAND} -o naming.pdf"
    wrong = f"{right} --concept foreign-troops"
    assert list(draw.other_numbers(right + picture)) == []
    assert len(list(draw.other_numbers(wrong + picture))) == 1


def test_blocks_of_output_are_what_the_command_prints(draw: ModuleType) -> None:
    """A block below its command is renewed, only the lines asked for; the rest stays."""
    page = "a\n<!-- drawn by: framing lexicon list | lines 1-1 -->\n```text\nold\n```\nb\n"
    new = draw.renewed(page)
    assert "old" not in new
    assert new.startswith("a\n<!-- drawn by")
    assert new.endswith("\n```\nb\n")
    assert len(new.splitlines()) == len(page.splitlines())
    assert draw.renewed(new) == new
