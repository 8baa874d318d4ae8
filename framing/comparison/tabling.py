"""The tables of a comparison, each made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from framing.comparison.choices import namings_of
from framing.comparison.contrasts import Contrast, contrasts_of, difference_table
from framing.comparison.leaning import target_differences
from framing.comparison.material import Material
from framing.comparison.namingtable import naming_table, share_table
from framing.comparison.ratetable import rate_table
from framing.comparison.sourcetable import coverage_table, source_table
from framing.comparison.stancetable import stance_table, target_table
from framing.comparison.stancetests import stance_differences
from framing.statistics.choicetests import MEASURES

__all__ = ["TABLES", "Tables", "declared_differences"]


def _contrasts(material: Material) -> tuple[Contrast, ...]:
    return contrasts_of(material.named_outlets, material.settings.reference)


def declared_differences(material: Material) -> pd.DataFrame:
    """Compare the naming choices, and how they lean toward the target where there is one."""
    settings, contrasts = material.settings, _contrasts(material)
    choices = difference_table(
        namings_of(material), contrasts, settings, pooled=material.pooled, measures=MEASURES[:1]
    )
    if settings.target is None:
        return choices
    toward = target_differences(material, contrasts, settings.target)
    return pd.concat([toward, choices], ignore_index=True)


def _with_measures(tables: Tables, measures: tuple[str, ...]) -> pd.DataFrame:
    """Put other measures of the same contrasts below what was declared."""
    material = tables.material
    beside = difference_table(
        namings_of(material), _contrasts(material), material.settings,
        pooled=material.pooled, measures=measures,
    )  # fmt: skip
    return pd.concat([tables.declared, beside], ignore_index=True)


def _stance(tables: Tables) -> pd.DataFrame:
    material = tables.material
    tested = stance_differences(material, _contrasts(material))
    return stance_table(material, tables["targets"], tables["sources"], tested)


TABLES: dict[str, Callable[[Tables], pd.DataFrame]] = {
    "naming": lambda tables: naming_table(tables.material),
    "shares": lambda tables: share_table(tables.material),
    "differences": lambda tables: _with_measures(tables, MEASURES[1:]),
    "stance": _stance,
    "rates": lambda tables: rate_table(tables.material, _contrasts(tables.material)),
    "targets": lambda tables: target_table(tables.material),
    "sources": lambda tables: source_table(tables.material),
    "coverage": lambda tables: coverage_table(tables.material),
}
"""How each table is made, in their usual order."""


class Tables(Mapping[str, pd.DataFrame]):
    """The tables by name; what nobody looks at is never computed.

    Parameters
    ----------
    material : Material
    declared : DataFrame
        The rows of `differences` that hold the declared measure, which are there from the start.
    """

    material: Material
    declared: pd.DataFrame

    def __init__(self, material: Material, declared: pd.DataFrame) -> None:
        self.material, self.declared = material, declared
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return a table, made now if it was not asked for before."""
        if name not in self._made:
            self._made[name] = TABLES[name](self)
        found: pd.DataFrame = self._made[name]
        return found

    def by_concept(self) -> pd.DataFrame:
        """Return `differences` without the rows of single variants, which a page does not show."""
        if "differences" in self._made:
            whole = self["differences"]
            return whole.loc[whole["measure"] != "variant share"]
        if "by concept" not in self._made:
            measures = tuple(measure for measure in MEASURES[1:] if measure != "variant")
            self._made["by concept"] = _with_measures(self, measures)
        found: pd.DataFrame = self._made["by concept"]
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)
