"""Spreads work over the processors when there is enough of it; the processes are forks.

A fork sees all that was read without copying it, so work may be any function. What it changes in
memory is lost; only files and results come back.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")

WORTH_A_PROCESS = 1000
"""With fewer items than this for each process, starting one costs more than it saves."""


def processes_for(items: int) -> int:
    """Return in how many processes this many items are best done; 1 where there are no forks."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return max(1, min(os.cpu_count() or 1, items // WORTH_A_PROCESS))


def for_each(work: Callable[[T], object], items: Sequence[T]) -> None:
    """Call ``work`` for every item; any exception in it is raised here."""
    count = processes_for(len(items))
    # Every so-many-th item, as neighbours cost alike.
    shares = [items[start::count] for start in range(count)]
    together([_Share(work, share) for share in shares], count)


def together(tasks: Sequence[Callable[[], T]], processes: int) -> list[T]:
    """Return the results of ``tasks``, run at the same time when there is more than one process.

    The first task runs here, the others in forks. The first exception of any is raised here.
    """
    if processes < 2:
        return [task() for task in tasks]
    first, *others = tasks
    context = multiprocessing.get_context("fork")
    running = []
    for task in others:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_send, args=(task, theirs))
        process.start()
        theirs.close()
        running.append((process, ours))
    try:
        return [first(), *(_received(connection) for _, connection in running)]
    finally:
        for process, connection in running:
            connection.close()
            process.join()


class _Share:
    """The work on some of the items as one task."""

    def __init__(self, work: Callable[[T], object], items: Sequence[T]) -> None:
        self._work, self._items = work, items

    def __call__(self) -> None:
        for item in self._items:
            self._work(item)


def _send(task: Callable[[], object], connection: Connection) -> None:
    """Send ``(result, None)`` or ``(None, exception)``."""
    try:
        answer: tuple[object, Exception | None] = (task(), None)
    except Exception as error:  # noqa: BLE001 - raised again where the task was given
        answer = (None, error)
    connection.send(answer)


def _received(connection: Connection) -> T:  # type: ignore[type-var]
    try:
        result, error = connection.recv()
    except EOFError:
        raise RuntimeError("a process ended before it gave its result") from None
    if error is not None:
        raise error
    return result  # type: ignore[no-any-return]
