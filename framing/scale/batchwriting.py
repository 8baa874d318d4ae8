"""The folder of a batch while it is written: its manifest, and its parts' records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from framing.analysis.batchfolder import RECORDS
from framing.digests import digest_of, manifest_digest
from framing.output import MANIFEST, write_whole
from framing.scale.working import BatchTask

__all__ = ["clear_leavings", "record_of", "write_manifest"]


def clear_leavings(path: Path) -> None:
    """Remove the temporary files that killed runs left; to be called under the lock."""
    for pattern in (".manifest.json.*", ".framing.*", "*/.part-*"):
        for file in path.glob(pattern):
            file.unlink(missing_ok=True)


def write_manifest(path: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest in one move, a line a key: whole lexicons stand in it."""
    read_back = json.loads(json.dumps(manifest))  # what others will find in it
    manifest = {**read_back, "sha256": manifest_digest(read_back)}
    lines = (f"{json.dumps(name)}: {_short(said)}" for name, said in manifest.items())
    write_whole(path / MANIFEST, "{\n" + ",\n".join(lines) + "\n}\n")


def _short(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ": "))


def record_of(path: Path, task: BatchTask) -> dict[str, Any] | None:
    """Return the record of a part that is there, whole and of the same source; otherwise None."""
    try:
        record = json.loads((path / RECORDS / f"{task.name}.json").read_text(encoding="utf-8"))
        same = record["key"] == json.loads(json.dumps(task.part.key))
        whole = all(digest_of(path / name) == digest for name, digest in record["files"].items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return record if same and whole else None
