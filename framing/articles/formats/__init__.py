"""All formats framing reads, one module each; a new one needs only its own file here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache

from framing.articles.intake import BUNDLES, FORMATS, Bundle, Format, Intake, Item

__all__ = ["bundle_of", "format_of", "known_suffixes", "rows_of_bundle"]


@cache
def _formats() -> dict[str, Format]:
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        importlib.import_module(f"{__name__}.{module}")
    return FORMATS


def known_suffixes() -> tuple[str, ...]:
    """List the endings of all files that can be read, in alphabetical order."""
    return tuple(sorted(_formats()))


def format_of(suffix: str) -> Format | None:
    """Return the format of files that end in `suffix` (small letters, with its dot)."""
    return _formats().get(suffix)


def bundle_of(text: str, *, page: bool = False) -> Bundle | None:
    """Return the database whose export `text` is (with `page`: the source of a web page)."""
    _formats()
    for bundle in BUNDLES.values():
        if bundle.page == page and bundle.recognises(text):
            return bundle
    return None


def rows_of_bundle(bundle: Bundle, text: str, intake: Intake) -> Iterator[Item]:
    """Yield the records of an export as rows; each that gives no article says why."""
    number = 0
    for record in bundle.records(text):
        if not record.values and record.problem is None:
            for remark in record.remarks:
                yield intake.remark(remark, record.line)
            continue
        number += 1
        if record.problem is not None:
            reason = f"record {number} of this {bundle.name} export: {record.problem}"
            yield intake.skip(reason, record.line)
        else:
            yield intake.raw(record.values, number=number, line=record.line, remarks=record.remarks)
    if not number:
        yield intake.skip(f"looks like a {bundle.name} export, but no record could be read in it")
