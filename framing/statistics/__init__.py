"""Pure functions on counts and tables: what `compare` computes with, and of use alone.

Every formula is in its function's docstring with its denominators and source. One unit runs
through all tests: the **matched event**, which both outlets cover and in which both name the
thing at least once.

Examples
--------
>>> from framing.statistics import naming_choice
>>> result = naming_choice([[2, 0]] * 7, [[1, 1]] * 7)
>>> result.n_events, result.p_value < 0.05, round(result.difference, 2)
(7, True, 0.5)
"""

from __future__ import annotations

from framing.statistics.agreement import krippendorff_alpha
from framing.statistics.choice import (
    CORRELATION,
    NamingChoice,
    effective_counts,
    naming_choice,
    naming_weights,
)
from framing.statistics.choicetests import MARGIN, choice_tests
from framing.statistics.designed import Corrected, corrected_difference
from framing.statistics.effects import MantelHaenszel, cliffs_delta, hedges_g, mantel_haenszel
from framing.statistics.eventsneeded import events_for_power, simulated_events
from framing.statistics.exchange import MIN_EVENTS
from framing.statistics.families import adjust_p_values
from framing.statistics.intervals import (
    APPROXIMATE_UNDER,
    Interval,
    bootstrap_ratio,
    event_bootstrap,
)
from framing.statistics.keywords import (
    fightin_words,
    informative_prior,
    keyness,
    log_ratio,
)
from framing.statistics.matched import SignFlip, event_scores, sign_flip_test
from framing.statistics.outlets import OutletTest, outlet_test
from framing.statistics.pairing import NamingCounts
from framing.statistics.ratetests import RateCounts, rate_tests
from framing.statistics.resultcontext import (
    WeightShares,
    leave_out,
    misreading_bound,
    weight_shares,
)
from framing.statistics.shares import RHO, effective_size, rogan_gladen, shrunk_shares, wilson
from framing.statistics.spread import Dispersion, dispersion
from framing.statistics.wordshift import word_shift

__all__ = [
    "APPROXIMATE_UNDER",
    "CORRELATION",
    "MARGIN",
    "MIN_EVENTS",
    "RHO",
    "Corrected",
    "Dispersion",
    "Interval",
    "MantelHaenszel",
    "NamingChoice",
    "NamingCounts",
    "OutletTest",
    "RateCounts",
    "SignFlip",
    "WeightShares",
    "adjust_p_values",
    "bootstrap_ratio",
    "choice_tests",
    "cliffs_delta",
    "corrected_difference",
    "dispersion",
    "effective_counts",
    "effective_size",
    "event_bootstrap",
    "event_scores",
    "events_for_power",
    "fightin_words",
    "hedges_g",
    "informative_prior",
    "keyness",
    "krippendorff_alpha",
    "leave_out",
    "log_ratio",
    "mantel_haenszel",
    "misreading_bound",
    "naming_choice",
    "naming_weights",
    "outlet_test",
    "rate_tests",
    "rogan_gladen",
    "shrunk_shares",
    "sign_flip_test",
    "simulated_events",
    "weight_shares",
    "wilson",
    "word_shift",
]
