"""Outlets side by side: naming shares, differences within events, and what may be said of them."""

from __future__ import annotations

from framing.comparison.comparing import compare
from framing.comparison.declared import Primary
from framing.comparison.material import NO_OUTLET
from framing.comparison.naming import SCOPES
from framing.comparison.result import Comparison

__all__ = ["NO_OUTLET", "SCOPES", "Comparison", "Primary", "compare"]
