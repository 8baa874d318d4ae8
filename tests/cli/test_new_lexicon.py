"""`framing lexicon new` writes a lexicon that passes the check as it is."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from framing.cli import cli
from framing.lexicon import check_lexicon, load_lexicon


def test_template_is_valid(tmp_path: Path) -> None:
    """It is called as its file is, has no errors, and is not written over."""
    target = tmp_path / "my words.yaml"
    assert CliRunner().invoke(cli, ["lexicon", "new", str(target)]).exit_code == 0
    assert load_lexicon(target).id == "my-words"
    assert [str(each) for each in check_lexicon(target) if each.level == "error"] == []
    again = CliRunner().invoke(cli, ["lexicon", "new", str(target)])
    assert again.exit_code != 0
