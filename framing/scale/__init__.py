"""Scale: the same `analyze`, part by part, over processes or a Dask cluster, into one folder."""

from __future__ import annotations

from framing.analysis.batchfolder import BatchFolder, open_batch
from framing.scale.running import analyze_parquet

__all__ = ["BatchFolder", "analyze_parquet", "open_batch"]
