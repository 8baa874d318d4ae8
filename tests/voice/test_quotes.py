"""Quotation marks in every usual typography."""

import pytest

from framing.voice import find_quotations

CASES = [
    ("He called it “a mess” and left.", ["“a mess”"]),
    ('He called it "a mess" and left.', ['"a mess"']),
    ("He called it ``a mess'' and left.", ["``a mess''"]),
    ("He called it ''a mess'' and left.", ["''a mess''"]),
    ("He called it 'a mess' and left.", ["'a mess'"]),
    ("He called it ‘a mess’ and left.", ["‘a mess’"]),
    ("He called it „a mess“ and left.", ["„a mess“"]),
    ("He called it «a mess» and left.", ["«a mess»"]),
    ("The voters’ choice wasn’t the miners’ friend.", []),
    ("The voters' choice wasn't the miners' friend.", []),
    ("In the ’90s and the '60s they played rock ’n’ roll.", []),
    ('He is 6\'2" tall and his screen is 27" wide.', []),
    (
        "She said: “He told me ‘go home’ and left.”",
        ["“He told me ‘go home’ and left.”", "‘go home’"],
    ),
    (
        "‘We back the workers’ rights to strike,’ he said.",
        ["‘We back the workers’ rights to strike,’"],
    ),
    ("» The mayor left.", []),
    ("» The mayor “left”.", ["“left”"]),
    ("»The mayor left«, he said.", ["»The mayor left«"]),
    ("As he left » he said «no».", ["» he said «"]),
    ("“It never ends, he said.", ["“It never ends, he said."]),
    ("“One, two. “Three,” he said.", ["“One, two.", "“Three,”"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_typographies(text: str, expected: list[str]) -> None:
    """Each usual typography is paired, and no apostrophe or inch mark is taken for a quote."""
    found = find_quotations(text, [(0, len(text))])
    assert [text[q.start : q.end] for q in found] == expected
