"""The virtual sound device counts what it is there to count."""

import struct
from collections.abc import Iterator

import pytest

from tests.bench.child import Sounding
from tests.bench.device.log import Kind, Record, first_sound_ns, gaps, last_sound_ns, stretches
from tests.bench.rows.barge_in import stale_frames
from tests.bench.speech import level_of

RATE_HZ = 24_000
BLOCK = 240
PLAYER = "tests.benchrig.parties.scripted_player"


@pytest.fixture
def player() -> Iterator[Sounding]:
    with Sounding(PLAYER) as party:
        party.wait_for("ready")
        yield party


def played(party: Sounding, *runs: tuple[int, int]) -> list[Record]:
    since = party.device.count
    party.ask_and_wait("play", "played", runs=[list(run) for run in runs])
    return party.device.records(since)


def test_a_planted_gap_is_found_with_its_length(player: Sounding) -> None:
    records = played(player, (1_000, 2 * BLOCK), (0, 77), (1_000, 2 * BLOCK))

    assert [gap.frames for gap in gaps(records)] == [77]


def test_sound_without_a_gap_has_none(player: Sounding) -> None:
    assert gaps(played(player, (1_000, BLOCK), (1_001, BLOCK), (-5, BLOCK))) == []


def test_every_value_is_seen_for_as_long_as_it_was_played(player: Sounding) -> None:
    records = played(player, (700, 5 * BLOCK), (-300, 60))

    assert [(run.value, run.frames) for run in stretches(records) if run.value] == [
        (700, 5 * BLOCK),
        (-300, 60),
    ]


def test_first_and_last_sound_are_as_far_apart_as_the_sound_is_long(player: Sounding) -> None:
    records = played(player, (9, 10 * BLOCK))
    first, last = first_sound_ns(records), last_sound_ns(records)

    assert first and last
    assert round((last - first) * RATE_HZ / 1e9) == 10 * BLOCK


def test_sound_leaves_at_the_start_of_a_block_and_after_it_was_handed_over(player: Sounding) -> None:
    records = played(player, (9, 10 * BLOCK))
    handed = next(record for record in records if record.kind == Kind.HANDED)
    left = next(record for record in records if record.kind == Kind.CHANGED)

    assert left.frame % BLOCK == 0
    assert left.at_ns >= handed.at_ns


def test_samples_of_an_earlier_turn_are_told_from_fades_of_this_one(player: Sounding) -> None:
    earlier, level = level_of(3), level_of(4)
    fade = [(level * step // 10, 1) for step in range(1, 10)]
    clean = played(player, *fade, (level, BLOCK), *reversed(fade))
    stale = played(player, (earlier, 3), *fade, (level, BLOCK))

    assert stale_frames(clean, level) == 0
    assert stale_frames(stale, level) == 3


def test_a_callback_that_comes_late_is_a_gap(player: Sounding) -> None:
    since = player.device.count
    player.ask_and_wait("stumble", "played", blocks=8, late_ms=40)
    records = player.device.records(since)

    assert any(record.kind == Kind.LATE for record in records)
    assert sum(gap.frames for gap in gaps(records)) >= 2 * BLOCK


def test_the_microphone_delivers_the_file(player: Sounding, tmp_path_factory: pytest.TempPathFactory) -> None:
    speech = tmp_path_factory.mktemp("speech") / "speech.pcm"
    samples = list(range(1, 4_801))
    speech.write_bytes(struct.pack("<4800h", *samples))
    with Sounding(PLAYER, speech=speech) as party:
        party.wait_for("ready")
        heard = party.ask_and_wait("listen", "heard", frames=4_800)["samples"]

    assert heard == samples
