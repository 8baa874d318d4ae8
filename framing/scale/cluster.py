"""A Dask cluster of this machine's processes, set for long parts."""

from __future__ import annotations

import importlib
from typing import Any

from framing.errors import MissingExtraError, SettingsError

__all__ = ["LONG_PARTS", "client_of", "local_client"]

#: A part takes minutes, so nothing is gained by looking at workers a hundred times a second: the
#: sampling of their stacks and the frequent ticks took a third of a batch's processor time.
LONG_PARTS = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "2s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.worker.memory.monitor-interval": "2s",
    "distributed.scheduler.idle-timeout": None,
}


def local_client(workers: int | None = None) -> Any:
    """Start a Dask cluster of processes on this machine, and return a client of it.

    Parameters
    ----------
    workers : int, optional
        Processes; by default as Dask chooses.

    Raises
    ------
    MissingExtraError
        Without the extra ``dask``.
    """
    try:
        dask: Any = importlib.import_module("dask")
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise MissingExtraError.of("dask", "distributed", "--engine dask") from error
    dask.config.set(LONG_PARTS)
    cluster = distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    )
    return distributed.Client(cluster)


def client_of(scheduler: str) -> Any:
    """Return a client of the Dask cluster whose scheduler has this address.

    Raises
    ------
    MissingExtraError
        Without the extra ``dask``.
    SettingsError
        Where nothing answers there.
    """
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise MissingExtraError.of("dask", "distributed", "--engine dask") from error
    try:
        return distributed.Client(scheduler)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"no Dask scheduler answers at {scheduler}; write its address as it says it when it "
            "starts (tcp://HOST:8786)"
        ) from error
