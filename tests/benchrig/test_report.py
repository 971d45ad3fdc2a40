"""The verdict of a run: a miss, a void row and an unmeasured row each fail it, and the table says so."""

import pytest

from tests.bench.report import Control, Gate, Report, Row

MET = Gate("latency", "10 ms", "≤ 20 ms", met=True)
MISSED = Gate("latency", "30 ms", "≤ 20 ms", met=False)
FAILED_AS_IT_MUST = Control("the naive way has gaps", failed=True)
HELD = Control("the naive way has gaps", failed=False)


def report_of(*rows: Row) -> Report:
    return Report(rows, is_quick=True, when="2030-01-01")


@pytest.mark.parametrize(
    ("row", "code", "said"),
    [
        pytest.param(Row(3, "playback", (MET,), (FAILED_AS_IT_MUST,)), 0, "| met |", id="met"),
        pytest.param(
            Row(3, "playback", (MET, MISSED), (FAILED_AS_IT_MUST,)), 1, "**missed**", id="one-gate-missed"
        ),
        pytest.param(Row(3, "playback", (MET,), (HELD,)), 1, "**void**", id="naive-way-held"),
        pytest.param(Row(3, "playback", (MISSED,), (HELD,)), 1, "**missed**", id="missed-and-void"),
        pytest.param(Row(3, "playback", not_measured="no C compiler"), 1, "no C compiler", id="not-measured"),
        pytest.param(Row(3, "playback"), 1, "", id="no-gate-at-all"),
    ],
)
def test_a_run_ends_well_only_if_every_gate_of_a_meaningful_row_is_met(
    row: Row, code: int, said: str
) -> None:
    report = report_of(row)

    assert report.exit_code == code
    assert said in report.markdown()


def test_one_bad_row_fails_the_run_whatever_the_others_say() -> None:
    good, bad = Row(2, "first sound", (MET,)), Row(4, "barge-in", (MISSED,))

    assert report_of(good, bad, good).exit_code == 1


def test_a_run_without_rows_proves_nothing() -> None:
    assert report_of().exit_code == 1


def test_the_table_names_the_machine_and_the_control_that_held() -> None:
    text = report_of(Row(3, "playback", (MET,), (HELD,))).markdown()

    assert "Python 3." in text
    assert "cores" in text
    assert "had to fail and did not: the naive way has gaps" in text
