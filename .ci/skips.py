"""Hold the skipped tests of a run against the reasons that are allowed.

    python .ci/skips.py REPORT.xml ALLOWED.txt

The report is JUnit's, as pytest writes it. Each line of the list is a regular expression for a
reason; lines that begin with # say why it is allowed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree


def main(report: str, allowed: str) -> int:
    """Print each reason with its count; return 1 where one is not allowed."""
    lines = Path(allowed).read_text(encoding="utf-8").splitlines()
    patterns = [re.compile(line) for line in lines if line and not line.startswith("#")]
    tree = ElementTree.parse(report)  # noqa: S314 - pytest has just written it
    reasons = Counter(
        f"{found.get('message')}" for found in tree.iter("skipped") if found.get("type") != "xfail"
    )
    wrong = 0
    for reason, count in sorted(reasons.items()):
        known = any(pattern.search(reason) for pattern in patterns)
        wrong += not known
        print(f"{count} skipped{'' if known else ', NOT ALLOWED'}: {reason}")
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
