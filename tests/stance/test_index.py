"""The target index: sums, scopes, suppression, and what exchanging two parties does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import SettingsError
from framing.stance import SCOPES, TargetIndex, target_index, unbound_shares
from framing.values import Binding


def slot(target: str | None, direction: int, name: str = "holder") -> dict[str, object]:
    """Return one binding as the mentions table holds it."""
    return {"slot": name, "target": target, "direction": direction}


def by_scope(found: list[TargetIndex], target: str) -> dict[str, TargetIndex]:
    """Return one target's figures by scope."""
    return {one.scope: one for one in found if one.target == target}


def test_neutral_namings_count_in_the_denominator() -> None:
    """S_t is the sum of directions over all own-voice namings bound to t, the neutral included."""
    found = target_index([[slot("A", -1)]] * 2 + [[slot("A", 0)]] * 6, ["own"] * 8)
    assert by_scope(found, "A")["own"] == TargetIndex("A", "own", -0.25, 8, 2, 6, 0)


def test_fewer_than_five_are_missing_not_zero() -> None:
    """Four namings give no value, but their number; five do."""
    four = by_scope(target_index([[slot("A", -1)]] * 4, ["own"] * 4), "A")["own"]
    five = by_scope(target_index([[slot("A", -1)]] * 5, ["own"] * 5), "A")["own"]
    assert (four.value, four.n) == (None, 4)
    assert (five.value, five.n) == (-1.0, 5)


def test_outlet_worded_pools_own_and_attributed() -> None:
    """Own and attributed namings together are outlet-worded; quoted and distanced are not."""
    voices = ["own"] * 3 + ["attributed"] * 2 + ["quoted"] * 5 + ["distanced"] * 9
    directions = [-1] * 3 + [1] * 2 + [1] * 5 + [-1] * 9
    scopes = by_scope(target_index([[slot("A", d)] for d in directions], voices), "A")
    assert list(scopes) == list(SCOPES)
    assert scopes["outlet_worded"].value == pytest.approx(-0.2)
    assert scopes["quoted"].value == 1.0
    assert (scopes["own"].value, scopes["own"].n) == (None, 3)


def test_two_slots_of_one_target_are_clipped() -> None:
    """A mention that leans twice against the same target counts once."""
    twice = [slot("A", -1), slot("A", -1, "other")]
    found = by_scope(target_index([twice] * 5, ["own"] * 5), "A")["own"]
    assert (found.value, found.n) == (-1.0, 5)


def test_opposite_slots_of_one_target_cancel() -> None:
    """Directions −1 and +1 toward one target in one mention add up to neutral."""
    both = [slot("A", -1), slot("A", 1, "other")]
    found = by_scope(target_index([both] * 5, ["own"] * 5), "A")["own"]
    assert (found.value, found.neutral) == (0.0, 5)


def test_intensity_weights() -> None:
    """With weight='intensity' each direction counts intensity / 3, and N stays a count."""
    found = target_index(
        [[slot("A", -1)]] * 3 + [[slot("A", 0)]] * 3,
        ["own"] * 6,
        intensities=[3, 2, 1, 0, 0, None],
        weight="intensity",
    )
    assert by_scope(found, "A")["own"].value == pytest.approx(-2 / 6)


def test_unbound_namings_enter_neither_sum() -> None:
    """Unbound namings change no index and are counted apart; concepts without slots nowhere."""
    bindings = [[slot("A", -1)]] * 5 + [[slot(None, -1)]] * 3 + [[]] * 4
    assert by_scope(target_index(bindings, ["own"] * 12), "A")["own"].n == 5
    own = unbound_shares(bindings, ["own"] * 12)[0]
    assert (own.unbound, own.n, own.share) == (3, 8, 0.375)


def test_half_bound_mentions_are_bound() -> None:
    """A mention with one slot bound and one not belongs to the bound one's target."""
    half = [slot("A", -1), slot(None, 1, "other")]
    assert unbound_shares([half], ["own"])[0].unbound == 0


def test_no_mentions_have_no_share() -> None:
    """Nothing named gives an empty index, and shares that are missing, not zero."""
    assert target_index([], []) == []
    assert all(one.share is None and one.n == 0 for one in unbound_shares([], []))


def test_records_and_mappings_read_alike() -> None:
    """A Binding and a cell of the mentions table give the same figures."""
    record = Binding("holder", "A", -1, 0, 2, "modifier")
    assert target_index([[record]] * 5, ["own"] * 5) == target_index(
        [[record._asdict()]] * 5, ["own"] * 5
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"weight": "heavy"}, "use 'equal' or 'intensity'"),
        ({"weight": "intensity"}, "needs intensities="),
    ],
)
def test_wrong_weights_say_what_to_use(options: dict[str, str], message: str) -> None:
    """An unknown weight, or one without its numbers, is refused with the way out."""
    with pytest.raises(SettingsError, match=message):
        target_index([], [], **options)  # type: ignore[arg-type]  # wrong on purpose


_MENTION = st.tuples(
    st.lists(
        st.tuples(st.sampled_from(["A", "B", None]), st.integers(-1, 1)), min_size=1, max_size=2
    ),
    st.sampled_from(["own", "attributed", "quoted", "distanced"]),
)


@given(st.lists(_MENTION, max_size=40))
def test_exchanging_two_parties_exchanges_their_figures(
    mentions: list[tuple[list[tuple[str | None, int]], str]],
) -> None:
    """With A and B exchanged throughout, S_A and S_B are exchanged exactly."""
    other = {"A": "B", "B": "A", None: None}
    voices = [voice for _, voice in mentions]
    plain = target_index([[slot(t, d) for t, d in slots] for slots, _ in mentions], voices)
    mirrored = target_index(
        [[slot(other[t], d) for t, d in slots] for slots, _ in mentions], voices
    )
    assert sorted(one._replace(target=other[one.target]) for one in mirrored if one) == sorted(
        plain
    )


@given(st.lists(_MENTION, max_size=40))
def test_values_stay_within_bounds(
    mentions: list[tuple[list[tuple[str | None, int]], str]],
) -> None:
    """Every value lies in [−1, 1], and the three counts add up to N."""
    found = target_index(
        [[slot(t, d) for t, d in slots] for slots, _ in mentions],
        [voice for _, voice in mentions],
        min_count=1,
    )
    assert all(one.value is None or -1 <= one.value <= 1 for one in found)
    assert all(one.against + one.neutral + one.favour == one.n for one in found)
