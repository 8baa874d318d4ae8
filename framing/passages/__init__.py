"""Articles of one event side by side: which sentences tell the same thing, and in what words."""

from __future__ import annotations

from framing.passages.aligning import Passages, align_passages

__all__ = ["Passages", "align_passages"]
