"""Work away from the window: its result, its failure, and a bug that surfaces."""

from __future__ import annotations

import queue
import threading

import pytest

from grounding.base.failure import Failure
from grounding.base.jobs import Jobs


class Loop:
    """What the window's event loop is to jobs: takes what is delivered, and runs it in the thread that asks."""

    def __init__(self):
        self.delivered = queue.Queue()
        self.jobs = Jobs(self.delivered.put)

    def turn(self):
        self.delivered.get(timeout=10)()


@pytest.fixture
def loop():
    loop = Loop()
    yield loop
    loop.jobs.close()


def test_a_result_is_delivered_to_the_thread_that_asked(loop):
    seen = []
    loop.jobs.run(threading.current_thread, lambda worker: seen.append((worker, threading.current_thread())))
    loop.turn()
    ((worker, here),) = seen
    assert here is threading.current_thread()
    assert worker is not here


def test_a_failure_goes_to_whom_it_concerns(loop):
    told = []

    def work():
        raise Failure("disk-full", path="p")

    loop.jobs.run(work, lambda _: told.append("done"), told.append)
    loop.turn()
    assert [failure.code for failure in told] == ["disk-full"]


@pytest.mark.parametrize("error", [ValueError("a bug"), Failure("disk-full", path="p")])
def test_a_bug_and_a_failure_that_nobody_takes_surface(loop, error):
    def work():
        raise error

    loop.jobs.run(work)
    with pytest.raises(type(error)):
        loop.turn()


def test_a_bug_is_not_taken_for_a_failure(loop):
    told = []
    loop.jobs.run(lambda: 1 / 0, failed=told.append)
    with pytest.raises(ZeroDivisionError):
        loop.turn()
    assert told == []


def test_work_is_done_one_after_another_in_the_order_asked(loop):
    order, busy = [], threading.Semaphore(1)

    def work(number):
        assert busy.acquire(blocking=False)
        order.append(number)
        busy.release()

    for number in range(50):
        loop.jobs.run(lambda number=number: work(number))
    for _ in range(50):
        loop.turn()
    assert order == list(range(50))


def test_closing_finishes_what_was_begun_and_takes_no_more():
    loop, gate, finished = Loop(), threading.Event(), []
    loop.jobs.run(lambda: finished.append(gate.wait(10)))
    gate.set()
    loop.jobs.close()
    assert finished == [True]
    loop.jobs.run(lambda: finished.append("late"))
    assert finished == [True]
