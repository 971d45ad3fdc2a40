"""Long recordings are cut where nobody speaks, and every step belongs to exactly one piece."""

from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.segments import Piece, cut_points

SPEECH, SILENCE = -20.0, -70.0


def loudness(*stretches: tuple[float, float]) -> list[float]:
    """Write down levels as (seconds, level)."""
    return [level for seconds, level in stretches for _ in range(round(seconds * 10))]


def test_a_short_recording_stays_whole() -> None:
    assert list(cut_points(loudness((30, SPEECH), (2, SILENCE), (20, SPEECH)))) == [Piece(0, 520)]


def test_nothing_makes_no_piece() -> None:
    assert list(cut_points([])) == []


def test_a_piece_of_a_minute_ends_in_the_middle_of_the_next_silence() -> None:
    levels = loudness((70, SPEECH), (0.6, SILENCE), (10, SPEECH))
    assert list(cut_points(levels)) == [Piece(0, 703), Piece(703, 806)]


def test_a_pause_that_is_too_short_or_too_early_does_not_cut() -> None:
    levels = loudness((50, SPEECH), (0.6, SILENCE), (20, SPEECH), (0.5, SILENCE), (20, SPEECH))
    assert len(list(cut_points(levels))) == 1


def test_without_silence_a_piece_ends_at_the_quietest_moment_of_its_last_ten_seconds() -> None:
    levels = loudness((300, SPEECH))
    levels[2_200] = -40.0
    levels[2_350] = -30.0
    assert list(cut_points(levels)) == [Piece(0, 2_351), Piece(2_351, 3_000)]


_stretch = st.tuples(st.floats(0.1, 90), st.sampled_from([SPEECH, -44.0, -46.0, SILENCE, float("-inf")]))


@given(st.lists(_stretch, max_size=30))
def test_pieces_cover_everything_once_and_none_is_empty_or_too_long(
    stretches: list[tuple[float, float]],
) -> None:
    levels = loudness(*stretches)
    pieces = list(cut_points(levels))
    assert [step for piece in pieces for step in range(piece.start, piece.end)] == list(range(len(levels)))
    assert all(piece.start < piece.end <= piece.start + 2_400 for piece in pieces)
    assert all(piece.end - piece.start >= 600 for piece in pieces[:-1])


@given(st.lists(_stretch, max_size=20))
def test_pieces_are_known_while_recording_goes_on(stretches: list[tuple[float, float]]) -> None:
    levels = loudness(*stretches)
    whole = list(cut_points(levels))
    half = list(cut_points(levels[: len(levels) // 2]))
    assert half[:-1] == whole[: len(half[:-1])]
