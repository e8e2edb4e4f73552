"""The report shows ratios beside MkDocs and says which goals are met."""

from __future__ import annotations

from benchmarks.measure import Cost
from benchmarks.report import BUILD, CHECK, MKDOCS, Measurement, as_data, goals, table


def measurement(tool: str, entries: int, cpu: float, wall: float | None = None) -> Measurement:
    """Return a measurement with a wall time equal to its CPU time unless told otherwise."""
    return Measurement(tool, entries, Cost(cpu=cpu, wall=cpu if wall is None else wall, peak_mib=50))


def test_table_gives_the_ratio_to_mkdocs_of_the_same_size() -> None:
    """A build of 2 s beside 10 s of MkDocs has ratio 5.0; MkDocs itself has none."""
    lines = table([measurement(BUILD, 500, 2), measurement(MKDOCS, 500, 10)]).splitlines()
    assert lines[2].endswith("| 5.0 |")
    assert lines[3].endswith("| - |")


def test_table_has_no_ratio_without_a_peer_of_that_size() -> None:
    """A size at which MkDocs was not measured shows a dash."""
    assert "| 1,000 | 2.00 | 2.00 | 50 | - |" in table([measurement(BUILD, 1_000, 2)])


def test_goals_compare_wall_time_at_ten_thousand_entries() -> None:
    """`kb check` may take three seconds of wall time, whatever its CPU time."""
    goal, *others = goals([measurement(CHECK, 10_000, cpu=9, wall=2.5)])
    assert (goal.measured, goal.limit, others) == (2.5, 3.0, [])


def test_goals_compare_growth_between_one_and_five_thousand() -> None:
    """Five times the entries may cost at most six times the CPU."""
    (goal,) = goals([measurement(BUILD, 1_000, 2), measurement(BUILD, 5_000, 14)])
    assert (goal.measured, goal.limit) == (7, 6)
    assert "MISSED" in table([measurement(BUILD, 1_000, 2), measurement(BUILD, 5_000, 14)])


def test_as_data_holds_every_measurement() -> None:
    """The JSON file can be read back without knowing the table."""
    data = as_data([measurement(CHECK, 500, 0.5)])
    assert data["measurements"] == [
        {"tool": "kb check", "entries": 500, "cost": {"cpu": 0.5, "wall": 0.5, "peak_mib": 50}}
    ]
