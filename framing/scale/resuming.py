"""What a resumed run must share with the one before, and which difference is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from framing._version import VERSION
from framing.analysis.batchfolder import read_manifest
from framing.analysis.corrections import load_corrections
from framing.analysis.provenance import code
from framing.digests import digest_of
from framing.errors import OutputError, SettingsError
from framing.lexicon import load_lexicon, load_targets, shipped
from framing.lexicon.serial import lexicon_to_json
from framing.scale.working import BatchTask, Job

__all__ = ["begin", "shared_settings"]


def shared_settings(job: Job, tasks: Sequence[BatchTask]) -> dict[str, Any]:
    """Return what a resumed run must share with the one before."""
    lexicons = (
        shipped("naming") if job.lexicon is None else [load_lexicon(name) for name in job.lexicon]
    )
    described = [
        {
            "id": lexicon.id,
            "kind": lexicon.kind,
            "version": lexicon.version,
            "sha256": lexicon.sha256,
        }
        for lexicon in lexicons
    ]
    return {
        "settings": {
            "sentiment": job.sentiment, "targets": job.targets, "corrections": job.corrections,
            "corrections_sha256": _told_apart(job.corrections),
            "parts": len(tasks), "reader": "rules",
        },
        "used": [lexicon_to_json(lexicon) for lexicon in lexicons],
        "provenance": {
            "framing": VERSION, "code": code(), "lexicons": described,
            "targets": [
                {"name": target.name, "aliases": list(target.aliases)}
                for target in load_targets(job.targets)
            ],
        },
    }  # fmt: skip


def _told_apart(corrections: str | None) -> str | None:
    """Return the digest of a table of corrections that can be read; what is wrong is told now."""
    if corrections is None:
        return None
    load_corrections(corrections)
    return digest_of(Path(corrections))


def begin(folder: Path, settings: dict[str, Any], resume: bool) -> None:
    """Refuse a folder that holds something else, or another run than the one to go on with."""
    before = read_manifest(folder)
    there = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
    if not before and there:
        raise OutputError(
            f"{folder} holds files that no batch wrote ({', '.join(sorted(there)[:3])}); name an "
            "empty folder"
        )
    if not before:
        return
    if not resume:
        raise OutputError(
            f"{folder} holds a batch already; go on with it by --resume, or name another folder"
        )
    for part in ("settings", "provenance"):
        for name, value in settings[part].items():
            then = (before.get(part) or {}).get(name)
            if then != value:
                which = _lexicons_told_apart(then, value) if name == "lexicons" else ""
                raise SettingsError(
                    f"{folder} was begun with another {_WORDS.get(name, name)}{which}; use the "
                    "same, or name another folder"
                )


_WORDS = {
    "framing": "version of framing", "code": "state of framing's code", "lexicons": "lexicon",
    "parts": "set of files", "sentiment": "choice of sentiment", "targets": "table of targets",
    "corrections": "table of corrections",
    "corrections_sha256": "state of the table of corrections",
}  # fmt: skip


def _lexicons_told_apart(then: Any, now: Sequence[Mapping[str, Any]]) -> str:
    """Return which lexicons a run was begun with and has no more, has changed or has beside them.

    Examples
    --------
    >>> mine = {"id": "mine", "sha256": "1"}
    >>> _lexicons_told_apart([mine], [mine | {"sha256": "2"}, {"id": "new", "sha256": "3"}])
    ' (mine has changed; new was not there)'
    """
    before = {each.get("id"): each for each in then or () if isinstance(each, dict)}
    after = {each["id"]: each for each in now}
    changed = [name for name in after if name in before and before[name] != after[name]]
    told = [
        (changed, "has changed", "have changed"),
        ([name for name in after if name not in before], "was not there", "were not there"),
        ([name for name in before if name not in after], "is left out", "are left out"),
    ]
    said = [
        f"{_listed(names)} {one if len(names) == 1 else more}" for names, one, more in told if names
    ]
    return f" ({'; '.join(said)})" if said else ""


def _listed(names: Sequence[Any]) -> str:
    few = ", ".join(map(str, names[:3]))
    return few if len(names) <= 3 else f"{few} and {len(names) - 3} more"
