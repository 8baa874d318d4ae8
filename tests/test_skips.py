"""The check of .ci that refuses tests which no step of a run has run."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from scripts import load_script

CHECK = Path(__file__).parent.parent / ".ci/skips.py"
REASON = "needs a moon"


@pytest.fixture
def skips() -> ModuleType:
    """Load the check, which is no part of the package."""
    return load_script(CHECK)


def report(folder: Path, name: str, **found: str) -> str:
    """Write what pytest would of tests: each passed, failed, or skipped (whole files as `file`)."""
    says = {
        "passed": "",
        "failed": '<failure message="no" />',
        "skipped": f'<skipped type="pytest.skip" message="{REASON}" />',
        "xfailed": '<skipped type="pytest.xfail" message="" />',
    }
    cases = "".join(
        f'<testcase classname="{"" if test == "file" else "tests.tides"}" '
        f'name="{"tests.tides" if test == "file" else test}">{says[said]}</testcase>'
        for test, said in found.items()
    )
    path = folder / f"{name}.xml"
    path.write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")
    return str(path)


@pytest.mark.parametrize(
    ("elsewhere", "said"),
    [
        ({"ebb": "passed"}, 0),
        ({"flood": "passed"}, 1),
        ({"ebb": "failed"}, 1),
        ({"ebb": "skipped"}, 1),
        ({"ebb": "xfailed"}, 1),
    ],
)
def test_a_skipped_test_is_answered_for_by_its_own_passing_alone(
    skips: ModuleType, tmp_path: Path, elsewhere: dict[str, str], said: int
) -> None:
    """That another test of the file passes, or the same one fails elsewhere, is no answer."""
    allowed = tmp_path / "allowed.txt"
    allowed.write_text("# none\n")
    runs = report(tmp_path, "a", ebb="skipped"), report(tmp_path, "b", **elsewhere)
    assert skips.main(str(allowed), *runs) == said


def test_a_file_skipped_whole_is_not_forgiven(skips: ModuleType, tmp_path: Path) -> None:
    """Nobody knows which tests it would have had."""
    allowed = tmp_path / "allowed.txt"
    allowed.write_text("")
    runs = report(tmp_path, "a", file="skipped"), report(tmp_path, "b", ebb="passed")
    assert skips.main(str(allowed), *runs) == 1


def test_a_reason_that_the_list_holds_is_allowed(skips: ModuleType, tmp_path: Path) -> None:
    """Its lines are regular expressions, and those that begin with # are remarks."""
    allowed = tmp_path / "allowed.txt"
    runs = [report(tmp_path, "a", ebb="skipped")]
    allowed.write_text("# why\nneeds a m..n\n")
    assert skips.main(str(allowed), *runs) == 0
    allowed.write_text("# needs a moon\n")
    assert skips.main(str(allowed), *runs) == 1
