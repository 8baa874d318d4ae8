"""`compare` end to end on small made-up analyses."""

from __future__ import annotations

from framing.comparison import compare


def test_one_event_succeeds_and_says_so(one_event):
    """One event gives counts in sentences, a refusal that names the need, and no p-value."""
    found = compare(one_event)
    first = found.primary.statements[0]
    assert "Herald chose a loaded word in its own words 4 of 9 times, Wire 0 of 7" in first
    assert "Herald 4 of 9, Wire 1 of 8" in first
    assert found.primary.refusal.startswith("not enough matched events: 1 of the 6 needed")
    assert "One event cannot show a habit." in found.primary.refusal
    assert found.primary.result == ""
    assert found.differences["p_value"].isna().all()
    assert found.differences["low"].isna().all()


def test_own_voice_and_outlet_worded_stand_side_by_side(one_event):
    """Naming, shares and differences each hold both scopes."""
    found = compare(one_event)
    for table in (found.naming, found.shares, found.differences):
        assert {"own", "outlet_worded"} <= set(table["scope"])
