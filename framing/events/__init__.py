"""Same-event grouping, and copies of one text under several names."""

from __future__ import annotations

from framing.events.copies import near_duplicates
from framing.events.grouping import DAYS, THRESHOLD, group_events, with_events

__all__ = ["DAYS", "THRESHOLD", "group_events", "near_duplicates", "with_events"]
