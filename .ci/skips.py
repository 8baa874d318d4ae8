"""Hold the skipped tests of runs against the reasons that are allowed.

    python .ci/skips.py ALLOWED.txt REPORT.xml…

The reports are JUnit's, as pytest writes them; a test that one run skips and another passes is no
skip. A file skipped whole names none of its tests: nothing that passes elsewhere answers for it.
Each line of the list is a regular expression for a reason; lines that begin with # say why it is
allowed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree


def outcomes(report: str) -> tuple[dict[str, str], set[str]]:
    """Return the tests that were skipped, each with its reason, and those that passed."""
    skipped, passed = {}, set()
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 - pytest wrote it
        name = f"{case.get('classname')}.{case.get('name')}".strip(".")
        found = case.find("skipped")
        if found is not None and found.get("type") != "pytest.xfail":
            skipped[name] = str(found.get("message"))
        elif found is None and case.find("failure") is None and case.find("error") is None:
            passed.add(name)
    return skipped, passed


def main(allowed: str, *reports: str) -> int:
    """Print each reason with its count; return 1 where one is not allowed."""
    lines = Path(allowed).read_text(encoding="utf-8").splitlines()
    patterns = [re.compile(line) for line in lines if line and not line.startswith("#")]
    runs = [outcomes(report) for report in reports]
    passed = set().union(*(each for _, each in runs))
    skipped = {name: why for each, _ in runs for name, why in each.items() if name not in passed}
    wrong = 0
    for reason, count in sorted(Counter(skipped.values()).items()):
        known = any(pattern.search(reason) for pattern in patterns)
        wrong += not known
        print(f"{count} skipped{'' if known else ', NOT ALLOWED'}: {reason}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
