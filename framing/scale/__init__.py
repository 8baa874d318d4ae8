"""Scale: the same `analyze`, part by part, over processes or a Dask cluster, into one folder.

A part is a group of rows of a Parquet file, or a file; it is read, analysed and written by one
worker, and only counts travel. What a batch leaves is a folder of Parquet that
`framing.open_analysis` opens as an analysis: `compare`, charts and the report read the columns they
count, and a text is fetched from its source when its line is opened.

    framing batch news.parquet out --workers 8          # goes on with --resume
    framing compare out -o report.html

Clusters
--------
Whatever Dask can start will do, as long as all workers see the same files; nothing here is made
for one kind. **SLURM**, by dask-jobqueue (one job per node, its processes as workers):

    from dask_jobqueue import SLURMCluster
    from distributed import Client
    import dask, framing.scale
    from framing.scale.cluster import LONG_PARTS

    dask.config.set(LONG_PARTS)
    cluster = SLURMCluster(cores=32, processes=32, memory="32GB", walltime="08:00:00")
    cluster.adapt(maximum_jobs=40)
    with Client(cluster) as client:
        framing.scale.analyze_parquet("/scratch/news", "/scratch/out", client=client, resume=True)

**Kubernetes**, by the Dask operator (``helm install dask-operator``) and an image that has
``framing[scale,dask]``, with the corpus on a volume that all pods mount:

    from dask_kubernetes.operator import KubeCluster

    cluster = KubeCluster(
        name="framing", image="registry.example/framing", n_workers=64,
        resources={"requests": {"cpu": "1", "memory": "1Gi"}, "limits": {"memory": "1Gi"}},
    )

and ``framing batch /data/news /data/out --engine dask --scheduler tcp://framing-scheduler:8786``
from a pod of the same image does without a script. Neither recipe was run on such a cluster here;
the client they make is the one the tests use.

A thousand million articles
---------------------------
What it would take, from the rates in ``tests/benchmarks/README.md`` (articles of 5.7 kB, a shared
machine with a slow core: 11 ms of processor time an article, 2.9 kB of tables an article, some
450 MB a worker). Products of these rates, not measurements:

- **In**: 5.7 TB of text; as Parquet with zstd about 2.4 TB. In groups of 10,000 rows: 100,000 parts
  of some two minutes each.
- **Work**: 11 × 10⁶ core-seconds, 3,100 core-hours; on 1,000 cores a little over three hours. At
  $0.01 to $0.05 an hour and core, which is assumed: $31 to $155. With `sentiment` about twice that.
- **Out**: 2.9 TB: 0.96 TB attributions, 0.96 mentions, 0.56 cues, 0.29 scores, 0.11 articles.
- **Shuffle**: none. Parts are independent, a worker writes its own files, and counts of some
  hundred bytes a part come back. What is looked at over all parts is one column, the ids, for
  doubles: 10⁹ ids of 20 bytes are more than 20 GB in one process, so that this look would have
  to be left to a database.
- **Memory**: a worker's does not grow with the corpus, nor with a part: its tables are written as
  they come, five hundred articles at a time. A *comparison* does grow: its tests
  exchange labels event by event, and so need every (event, outlet, wording) that was counted. Group
  first (``open_batch(out).scan("mentions")`` is a Polars frame that streams) and compare by topic
  or year; a thousand million articles are not compared in one call.
- **Manifest**: 500,000 files with their digests, some 60 MB of JSON. Larger groups of rows make
  it smaller.
"""

from __future__ import annotations

from framing.analysis.batchfolder import BatchFolder, open_batch
from framing.scale.running import analyze_parquet

__all__ = ["BatchFolder", "analyze_parquet", "open_batch"]
