"""Python and the command line reach the same things by the same names."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator

import click
import pytest

import framing
from framing.cli import cli

SAME = {
    "compare": "framing.compare",
    "findings": "framing.Comparison.findings",
    "rates": "framing.Analysis.rates",
    "lines": "framing.Comparison.lines",
    "distinctive": "framing.Comparison.distinctive",
    "long": "framing.Comparison.long",
    "codebook": "framing.Comparison.codebook",
    "methods-text": "framing.Comparison.methods_text",
    "reproduce": "framing.reproduce",
    "passages": "framing.passages.align_passages",
    "mentions": "framing.analyze",
    "attributions": "framing.analyze",
    "cues": "framing.analyze",
    "score": "framing.analyze",
    "kwic": "framing.curate.concordance",
    "events": "framing.events.group_events",
    "discover": "framing.curate.discover_namings",
    "chart": "framing.charts.chart",
    "style-check": "framing.curate.style_check",
    "lexicon suggest": "framing.curate.suggest_variants",
    "lexicon coverage": "framing.curate.lexicon_coverage",
    "lexicon check": "framing.lexicon.check_lexicon",
    "lexicon convert": "framing.lexicon.write_lexicon",
    "lexicon show": "framing.lexicon.load_lexicon",
    "lexicon list": "framing.lexicon.shipped",
    "lexicon new": "framing.lexicon.lexicon_to_yaml",
    "validate sheet": "framing.validate.draw_sheet",
    "validate score": "framing.validate.score_codes",
    "validate rates": "framing.validate.refit_own_rates",
    "validate own": "framing.validate.own_counts",
    "validate correct": "framing.Comparison.corrected",
    "validate shares": "framing.validate.corrected_shares",
    "validate labels": "framing.validate.compare_labels",
    "validate influence": "framing.validate.influence",
    "validate sensitivity": "framing.validate.sensitivity",
    "validate power": "framing.validate.power",
    "worksheet": "framing.classroom.worksheet",
    "mark": "framing.classroom.mark_answers",
    "batch": "framing.scale.analyze_parquet",
    "open": "framing.local.open_page",
}
"""Every command, and what it reaches in Python."""

OTHERWISE = {
    # What a command is given as paths and files, or gives in another form.
    "analysis": "PATH", "articles": "PATH", "source": "PATH", "comparison": "PATH",
    "folder": "FOLDER", "number": "--query", "coded": "--key and --codes",
    "validation": "--key and --codes", "codes": "CODES", "key": "--key", "term": "TERM",
    "zeros": "--no-zeros", "path": "-o", "kind": "KIND", "progress": "the bar",
    "prior": "a mapping", "reader": "--reader", "sentiment": "--no-sentiment",
    "reference": "--reference is a side; frequencies are a mapping", "name": "the file's name",
    "lexicons": "--lexicon", "workers": "batch --workers",
    "options": "--title and the like", "figure": "KIND",
    "rates": "--rates",
}  # fmt: skip

PYTHON_ONLY = {
    "ranked": "rows of differences.csv in the order of the findings",
    "naming_table": "naming.csv, with zeros",
    "differences_by_concept": "rows of differences.csv, a concept each",
    "save": "compare --tables", "of_event": "worksheet --event",
    "counted": "a building block of comparisons", "completed": "a building block of comparisons",
    "coded_sheet": "validate correct", "label_key": "validate score --labels",
    "read_codes": "validate score", "read_labels": "--labels", "with_labels": "--labels",
    "with_own_rates": "validate own --rates", "with_validation": "validate score --keep",
    "write_sheet": "validate sheet -o", "near_duplicates": "--copies counts them once",
    "with_events": "--events", "with_articles": "--events",
    "concordance_lines": "lines", "draft_yaml": "lexicon suggest -o",
    "guides": "style-check --guide",
    "attested_forms": "lexicon show", "measured_uses": "lexicon show",
    "form_uses": "what tests/benchmarks/attestation.py writes",
}  # fmt: skip


def commands(group: click.Group = cli, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its whole name."""
    for name, one in group.commands.items():
        if isinstance(one, click.Group):
            yield from commands(one, f"{before}{name} ")
        else:
            yield f"{before}{name}", one


def python(path: str) -> object:
    """Return what a dotted name of framing means."""
    parts = path.split(".")
    found: object = importlib.import_module(parts[0])
    for place, part in enumerate(parts[1:], 2):
        try:
            found = getattr(found, part)
        except AttributeError:
            found = importlib.import_module(".".join(parts[:place]))
    return found


def test_every_command_has_its_name_in_python() -> None:
    """No command is without a partner, and no partner without its command."""
    assert set(SAME) == {name for name, _ in commands()}


#: Whose names are options of another form: a figure, a page, a run in a folder, files of YAML.
_OTHER_FORM = ("open", "worksheet", "mark", "batch", "chart", "lexicon", "discover", "style-check")


@pytest.mark.parametrize(
    "name", [name for name in SAME if not name.startswith(_OTHER_FORM)]
)  # fmt: skip
def test_parameters_bear_the_same_names(name: str) -> None:
    """Each parameter of the Python function is an option of the command, by the same name."""
    function = python(SAME[name])
    options = {option.name for option in dict(commands())[name].params}
    taken = set(inspect.signature(function).parameters) - {"self"}
    assert taken - options <= set(OTHERWISE), (name, sorted(taken - options))


@pytest.mark.parametrize("name", [name for name in SAME if name.startswith(_OTHER_FORM)])
def test_partners_of_another_form_are_there(name: str) -> None:
    """The function a command of another form calls exists under the name given."""
    assert callable(python(SAME[name]))


def test_what_python_offers_is_reached_by_a_command() -> None:
    """Public methods of results, and functions of the rooms for researchers, have their command."""
    offered = {
        *(n for c in (framing.Comparison, framing.Analysis) for n, v in vars(c).items()
          if inspect.isfunction(v) and not n.startswith("_")),
        *(n for room in ("validate", "curate", "events", "passages")
          for n in importlib.import_module(f"framing.{room}").__all__
          if inspect.isfunction(getattr(importlib.import_module(f"framing.{room}"), n))),
    }  # fmt: skip
    reached = {path.rpartition(".")[2] for path in SAME.values()}
    assert offered - reached == set(PYTHON_ONLY) - reached
