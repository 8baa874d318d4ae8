"""The shipped lexicons: found by id, sound, valid against the published schema, cached."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import framing.lexicon
from framing.errors import LexiconError
from framing.lexicon import (
    check_lexicon,
    lexicon_paths,
    lexicon_to_yaml,
    load_lexicon,
    loading,
    shipped,
)
from framing.yamltree import Node, read_yaml

PATHS = lexicon_paths()


@pytest.fixture(params=list(PATHS), scope="module")
def path(request: pytest.FixtureRequest) -> Path:
    """Give the file of each shipped lexicon."""
    return PATHS[request.param]


def test_loads_by_id_and_by_path(path: Path) -> None:
    """A lexicon's id is its file's name, and both ways lead to the same."""
    lexicon = load_lexicon(path.stem)
    assert lexicon.id == path.stem
    assert load_lexicon(path) == lexicon
    assert load_lexicon([path.stem, str(path)]) == [lexicon, lexicon]


def test_has_no_errors(path: Path) -> None:
    """`framing lexicon check` finds no error in what we ship."""
    errors = [str(each) for each in check_lexicon(path) if each.level == "error"]
    assert errors == []


def test_is_valid_against_the_published_schema(path: Path) -> None:
    """The JSON Schema accepts what the loader accepts."""
    import jsonschema

    schema_path = Path(framing.lexicon.__file__).parent.parent / "_data" / "lexicon.schema.json"
    schema = json.loads(schema_path.read_text(encoding="utf-8"))
    plain = _typed(read_yaml(path.read_text(encoding="utf-8"), str(path)))
    errors = jsonschema.Draft202012Validator(schema).iter_errors(plain)
    assert [f"{list(error.absolute_path)}: {error.message}" for error in errors] == []


def _typed(node: Node, key: str = "") -> Any:
    """Give the tree the types a schema-aware YAML reader gives it."""
    if isinstance(node.value, dict):
        inner = {"toward"} & {key}
        return {name: _typed(each, "sign" if inner else name) for name, each in node.value.items()}
    if isinstance(node.value, list):
        return [_typed(each, key) for each in node.value]
    if key in ("schema", "year", "intensity", "sign"):
        return int(node.value or 0)
    if key in ("case", "nearest", "modifier", "compound", "counted", "recalls", "longest"):
        return node.value == "true"
    if key == "by_fact":
        return node.value == "true"
    return float(node.value or 0) if key == "weight" else node.value


def test_writing_and_reading_again_is_the_same(path: Path, tmp_path: Path) -> None:
    """What `lexicon_to_yaml` writes reads back as the same concepts and sources."""
    lexicon = load_lexicon(path)
    copy = tmp_path / path.name
    copy.write_text(lexicon_to_yaml(lexicon), encoding="utf-8")
    again = load_lexicon(copy)
    assert again.concepts == lexicon.concepts
    assert again.sources == lexicon.sources


def test_shipped_of_a_kind() -> None:
    """`shipped` gives all, or those of one kind, in the order of ids."""
    everything = shipped()
    assert [lexicon.id for lexicon in everything] == sorted(PATHS)
    assert [each for each in everything if each.kind == "naming"] == shipped("naming") != []


def test_kinds_stand_in_the_first_lines(path: Path) -> None:
    """What is told of a lexicon's kind without compiling it is what compiling tells."""
    assert loading._head_says(path) == load_lexicon(path).kind


def test_no_other_kind_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only lexicons of the kind asked for are read, and those that say theirs further down."""
    further = tmp_path / "further.yaml"
    comment = "# of this and that\n" * 300
    further.write_text(comment + PATHS["parties"].read_text(encoding="utf-8"), encoding="utf-8")
    some = {name: PATHS[name] for name in ("guns", "persons")} | {"further": further}
    monkeypatch.setattr(loading, "lexicon_paths", lambda: some)
    read: list[str] = []
    load = loading._load_file
    monkeypatch.setattr(loading, "_load_file", lambda each: read.append(each.stem) or load(each))
    assert [lexicon.id for lexicon in shipped("naming")] == ["guns"]
    assert read == ["guns", "further"]
    assert [lexicon.id for lexicon in shipped("entities")] == ["parties"]
    further.unlink()
    with pytest.raises(LexiconError, match=r"further\.yaml: can't be read"):
        shipped("naming")


def test_unknown_file_is_refused(tmp_path: Path) -> None:
    """A path that is not there says so, rather than being taken for an id."""
    with pytest.raises(LexiconError, match=r"missing\.yaml: can't be read"):
        load_lexicon(tmp_path / "missing.yaml")


def test_cached_lexicon_is_the_parsed_one(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the cache gives back equals what was read, lines included, without reading YAML."""

    def read(folder: str) -> Iterator[object]:
        (tmp_path / folder).mkdir()
        lexicon = load_lexicon(shutil.copy(path, tmp_path / folder / path.name))
        yield replace(lexicon, path=None)
        yield [
            (variant.id, variant.line)
            for concept in lexicon.concepts
            for variant in concept.variants
        ]

    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    parsed = list(read("first"))
    monkeypatch.setattr("framing.yamltree.read_yaml", None)
    assert list(read("second")) == parsed


def test_checkout_and_wheel_use_one_resolver(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder inside the package is taken where it is there, else the checkout's."""
    package = tmp_path / "framing" / "lexicon"
    package.mkdir(parents=True)
    monkeypatch.setattr(loading, "__file__", str(package / "loading.py"))
    assert loading.data_folder() == tmp_path / "lexicons"
    (tmp_path / "framing" / "_data" / "lexicons").mkdir(parents=True)
    assert loading.data_folder() == tmp_path / "framing" / "_data" / "lexicons"
    assert lexicon_paths() == {}
