"""The page and the template with which one's own lexicon begins are true and enough."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner

import framing
from framing.cli import cli
from framing.lexicon import check_lexicon, load_lexicon
from framing.lexicon.lexiconrecords import PARTY_KINDS, REGISTERS, WORD_LISTS
from framing.lexicon.template import PAGE


def written(tmp_path: Path) -> Path:
    """Write the template as the command does."""
    target = tmp_path / "fences.yaml"
    assert CliRunner().invoke(cli, ["lexicon", "new", str(target)]).exit_code == 0
    return target


def test_the_template_is_valid_and_finds(tmp_path: Path) -> None:
    """The file written has no error, and its loaded and its plain word are found."""
    target = written(tmp_path)
    assert [found for found in check_lexicon(target) if found.level == "error"] == []
    text = "Denmark's wall of shame stands. The border fence is long. A garden fence fell."
    mentions = framing.analyze([framing.Article("a", text=text)], str(target)).mentions
    assert mentions["variant"].tolist() == ["wall-of-shame", "fence"]
    assert mentions["target"].tolist()[0] == "Denmark"


def test_the_page_is_shown_and_its_commands_exist() -> None:
    """Without a file the page is shown; every command on it answers to --help."""
    runner = CliRunner()
    shown = runner.invoke(cli, ["lexicon", "new"])
    assert shown.exit_code == 0
    assert shown.output.strip() == PAGE.strip()
    commands = set(re.findall(r"framing ((?:lexicon |validate )?[a-z]+)", PAGE))
    assert len(commands) >= 7
    for command in commands:
        assert runner.invoke(cli, [*command.split(), "--help"]).exit_code == 0, command


def test_the_page_names_keys_there_are() -> None:
    """Each key that the page sets in backticks or as a list of words is one a lexicon can have."""
    keys = set(re.findall(r"`([a-z_]+):", PAGE)) | set(re.findall(r"`(extrapolated)`", PAGE))
    place = Path(framing.__file__).parent / "_data" / "lexicon.schema.json"
    schema = json.loads(place.read_text("utf-8"))
    variant = schema["$defs"]["variant"]["properties"]
    slot = schema["$defs"]["slot"]["oneOf"][1]["properties"]
    assert keys <= set(variant) | set(slot) | {"longest"}
    assert all(f"{part}:" in PAGE for part in WORD_LISTS)


def test_every_kind_of_party_is_on_the_page_and_in_the_schema() -> None:
    """What `takes` can list stands on the page and in the schema as the reader of slots has it."""
    place = Path(framing.__file__).parent / "_data" / "lexicon.schema.json"
    party = json.loads(place.read_text("utf-8"))["$defs"]["party"]
    assert party["enum"] == list(PARTY_KINDS)
    assert f"({', '.join(PARTY_KINDS)});" in " ".join(PAGE.split())
    assert all(f"{kind}: " in party["description"] for kind in PARTY_KINDS)


def test_the_template_names_registers_there_are(tmp_path: Path) -> None:
    """Each register that the comment of the template offers is one a variant can have."""
    comment = re.search(r"register: (\w+) +# or (.*)", written(tmp_path).read_text("utf-8"))
    assert comment is not None
    offered = {comment[1], *re.findall(r"[a-z-]{4,}", comment[2])}
    assert len(offered) >= 4
    assert offered <= set(REGISTERS)


def test_words_alone_are_a_lexicon(tmp_path: Path) -> None:
    """A file of one word a line is read as one category."""
    target = tmp_path / "fog.txt"
    target.write_text("mist\nhaze\n", encoding="utf-8")
    lexicon = load_lexicon(target)
    assert lexicon.kind == "category"
    assert len(lexicon.concepts) == 1
