"""Spreads work that only writes files over the processors, when there is enough of it."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

_WORTH_A_PROCESS = 1000


def for_each(work: Callable[[T], None], items: Sequence[T]) -> None:
    """Call ``work`` for every item, in several processes when there are thousands of items.

    The processes are forks, so ``work`` may be any function; what it changes in memory is lost.
    An exception in a fork is printed there and raises `RuntimeError` here.
    """
    processes = min(os.cpu_count() or 1, len(items) // _WORTH_A_PROCESS)
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        _all(work, items)
        return
    context = multiprocessing.get_context("fork")
    # Every so-many-th item, as neighbours cost alike.
    shares = [items[start::processes] for start in range(processes)]
    running = [context.Process(target=_all, args=(work, share)) for share in shares]
    for process in running:
        process.start()
    for process in running:
        process.join()
    if any(process.exitcode for process in running):
        raise RuntimeError("a process failed; its traceback stands above")


def _all(work: Callable[[T], None], items: Sequence[T]) -> None:
    for item in items:
        work(item)
