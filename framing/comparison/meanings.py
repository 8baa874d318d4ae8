"""What the columns of a comparison's tables mean, for the codebook."""

from __future__ import annotations

__all__ = ["MEANINGS"]

_ANY = {
    "outlet": "the side: a value of the column that is compared",
    "outlet_a": "the first side of a contrast",
    "outlet_b": "the second side of a contrast; empty: all others together",
    "event": "value of the column that matches articles",
    "scope": "whose words: own, outlet_worded (own and attributed), attributed, quoted …, all",
    "n": "how many of the total",
    "total": "of how many: the namings of the concept by this side in this scope",
    "share": "n / total; empty where the total is 0",
    "shrunk_share": "the share drawn toward the mean of the sides, as namings of an article are "
    "one habit",
    "wording": "the form this side wrote most",
    "n_eff": "how many independent namings the total is worth",
    "articles": "articles counted",
    "events": "events in which both sides name it (differences), or that are counted",
    "nonzero_events": "of these, events in which the sides differ",
    "measure": "what is measured",
    "kind": "side: a row on one side; pair, rest or reference: a contrast",
    "difference": "naming choice: D*, how many of 100 namings would have to be reworded, as a "
    "share; else the signed difference",
    "low": "lower end of the 95% interval",
    "high": "upper end of the 95% interval",
    "approximate": "whether the interval rests on fewer than 20 events",
    "raw_difference": "D before chance is taken off",
    "statistic": "the test's statistic",
    "p_value": "p of the contrast alone",
    "p_adjusted": "p within its family (step-down min-P); .0001 at least, and then perhaps "
    "smaller, where tests that share events hold more than 10,000 numbers",
    "smallest_p": "the smallest p these events could have given",
    "p_events": "p with every event by itself, where running stories are exchanged",
    "p_units": "p with whole outlets exchanged, where a side pools several; not adjusted",
    "units_note": "why there is no such p",
    "largest_event": "the event of most weight",
    "event_share": "largest share of the weight of one event",
    "story_share": "largest share of the weight of one running story",
    "own_expected": "how many of the namings are likely the outlet's own words: sum of p_own",
    "own_low": "lower end of its 95% interval, which holds the errors of reading voices",
    "own_high": "upper end of that interval",
    "misreading": "the difference that misreading of voices alone could make",
    "not_seen": "whether a difference could have been seen and was not",
    "odds_ratio": "Mantel-Haenszel odds ratio of loaded namings; empty where it is not finite",
    "odds_low": "lower end of its 95% interval",
    "odds_high": "upper end of its 95% interval",
    "cliffs_delta": "Cliff's delta over events",
    "hedges_g": "paired Hedges g over events",
    "role": "primary, secondary or exploratory",
    "note": "what to know of this row, or why it holds no figure",
    "value": "the figure",
    "target": "the party the figure is toward",
    "weighted": "the index with each naming weighted by its intensity",
    "against": "namings directed against the target",
    "neutral": "namings toward the target without direction",
    "favour": "namings in favour of the target",
    "speaker_name": "the source's linked name",
    "also": "other names counted as this person's, between semicolons",
    "speaker_kind": "named, official, institution, group, document, anonymous …",
    "passages": "reported passages of the source",
    "words": "their words, or the words of the articles",
    "doubt_cues": "reporting words that cast doubt",
    "cues": "all reporting words",
    "own_words": "words not detectably attributed",
    "namings": "namings found",
    "own_namings": "namings in own words",
    "copies": "articles left out, since they repeat another",
    "story": "running story the event belongs to; the event itself where it stands alone",
    "side": "value of the column that is compared",
    "uncorrected": "the figure by the tool alone",
    "coded": "namings that were coded",
}
_SIDES = {
    "n": "namings so worded",
    "total": "namings of the concept",
    "share": "share of the namings",
    "wording": "the form written most",
    "variant": "the word choice that sets the side apart",
    "outlet_share": "largest share of the weight of one outlet",
}
MEANINGS: dict[tuple[str, str], str] = {
    **{("", column): words for column, words in _ANY.items()},
    **{
        ("", f"{column}_{side}"): f"{words} of the {which} side"
        for column, words in _SIDES.items()
        for side, which in (("a", "first"), ("b", "second"))
    },
    ("", "largest_outlet_a"): "the outlet of most weight on the first side",
    ("", "largest_outlet_b"): "the outlet of most weight on the second side",
    ("long", "outlet"): "the article's own outlet",
    ("long", "n"): "namings of the concept in this article that were worded so",
    ("long", "total"): "namings of the concept in this article in this scope",
    ("long", "direction"): "the direction this wording has most often",
}
"""Meanings by (table, column); ``("", column)`` is for any table of a comparison."""
