"""Work that may take longer than a frame, done away from the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any, TypeVar

from grounding.base.failure import Failure

Result = TypeVar("Result")
Deliver = Callable[[Callable[[], None]], None]


class Jobs:
    """Runs one piece of work after another in a thread of its own, and delivers what came of it.

    `deliver` hands a function to the thread that asked (the window's event loop; in tests, at once).
    """

    def __init__(self, deliver: Deliver, executor: Executor | None = None) -> None:
        self._deliver = deliver
        self._closed = False
        self._executor = executor or ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None] = lambda _result: None,
        failed: Callable[[Failure], None] | None = None,
    ) -> None:
        """Do `work`, then deliver its result to `done`, or a `Failure` to `failed`; any other error surfaces.

        After `close` nothing is done: what was delivered late may still ask for more.
        """
        if self._closed:
            return

        def deliver(future: Future[Any]) -> None:
            self._deliver(lambda: _settle(future, done, failed))

        self._executor.submit(work).add_done_callback(deliver)

    def close(self) -> None:
        """Finish what was begun, and take no more."""
        self._closed = True
        self._executor.shutdown(wait=True)


def _settle(future: Future[Any], done: Callable[[Any], None], failed: Callable[[Failure], None] | None) -> None:
    try:
        result = future.result()
    except Failure as failure:
        if failed is None:
            raise
        failed(failure)
    else:
        done(result)
