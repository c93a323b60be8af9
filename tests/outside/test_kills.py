"""`kill -9` of the real window and of the command line: nothing kept is lost, what was typed is offered again.

Three hundred times: `python tests/bench/kills.py`.
"""

from __future__ import annotations

from kills import KillWindow, kill_command
from wanting import READER, wants

WINDOWS, COMMANDS = 8, 12


@wants(*READER)
def test_a_window_killed_while_somebody_types_and_keeps_loses_nothing(screen, person, reader):
    assert person.screen is screen
    killing = KillWindow(person, reader, seed=5)
    for _ in range(WINDOWS):
        killing.once()
    toll = killing.toll
    assert (toll.lost, toll.damaged) == ([], [])
    assert toll.kills == WINDOWS
    assert toll.offered >= 2
    assert toll.kept >= 2


def test_a_command_killed_while_it_writes_keeps_all_that_it_has_acknowledged(person):
    toll = kill_command(person, COMMANDS, seed=5)
    assert (toll.lost, toll.damaged) == ([], [])
    assert toll.kills >= 2
    assert toll.kept >= 2
