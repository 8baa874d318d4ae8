"""Is it valid? Coding sheets, error rates, and how much a difference rests on what."""

from __future__ import annotations

from framing.validate.codedlabels import compare_labels, label_key, with_labels
from framing.validate.codes import Code, coded_sheet, read_codes
from framing.validate.correction import corrected_shares
from framing.validate.givenlabels import read_labels
from framing.validate.misreading import own_counts, refit_own_rates, with_own_rates
from framing.validate.robustness import influence, power, sensitivity
from framing.validate.scoring import TENTATIVE, Validation, score_codes, with_validation
from framing.validate.sheet import CodingSheet, draw_sheet
from framing.validate.sheetfiles import write_sheet

__all__ = [
    "TENTATIVE",
    "Code",
    "CodingSheet",
    "Validation",
    "coded_sheet",
    "compare_labels",
    "corrected_shares",
    "draw_sheet",
    "influence",
    "label_key",
    "own_counts",
    "power",
    "read_codes",
    "read_labels",
    "refit_own_rates",
    "score_codes",
    "sensitivity",
    "with_labels",
    "with_own_rates",
    "with_validation",
    "write_sheet",
]
