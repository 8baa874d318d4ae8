"""Is it valid? Coding sheets, error rates, and how much a difference rests on what."""

from __future__ import annotations

from framing.validate.codes import Code, read_codes
from framing.validate.correction import corrected_shares
from framing.validate.robustness import influence, power, sensitivity
from framing.validate.scoring import TENTATIVE, Validation, score_codes
from framing.validate.sheet import Sheet, draw_sheet, write_sheet

__all__ = [
    "TENTATIVE",
    "Code",
    "Sheet",
    "Validation",
    "corrected_shares",
    "draw_sheet",
    "influence",
    "power",
    "read_codes",
    "score_codes",
    "sensitivity",
    "write_sheet",
]
