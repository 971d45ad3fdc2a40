"""The figures behind the verdicts."""

from itertools import pairwise

from tests.bench.figures import abba, percentile
from tests.bench.speech import level_of
from tests.bench.tariff import Content, Exchange, content_of


def test_percentile_is_a_measured_value_that_the_share_does_not_exceed() -> None:
    values = [float(value) for value in range(100, 0, -1)]

    assert percentile(values, 95) == 95
    assert percentile([7.0], 95) == 7


def test_abba_gives_both_parties_the_same_number_of_turns_in_mirrored_order() -> None:
    assert abba("a", "b", 4) == ["a", "b", "b", "a", "a", "b", "b", "a"]


def test_each_turn_has_a_lower_level_than_all_before_it() -> None:
    levels = [level_of(turn) for turn in range(50)]

    assert all(after * 1.03 < before for before, after in pairwise(levels))
    assert levels[-1] > 500


def test_a_request_is_counted_from_its_body() -> None:
    body = {
        "messages": [
            {"role": "system", "content": "abcd"},
            {"role": "assistant", "audio": {"id": "audio_1"}},
            {
                "role": "user",
                "content": [{"type": "input_audio", "input_audio": {"format": "mp3", "data": "QUJD"}}],
            },
        ]
    }

    assert content_of(body) == Content(sounds=1, replays=1, text_tokens=1 + 3 * 4)


def test_sending_all_sound_again_costs_what_the_tariff_says() -> None:
    exchange = Exchange(asked_s=8, answered_s=15, answer_tokens=0)
    whole = Content(sounds=30, replays=29, text_tokens=0)

    assert round(exchange.cost(whole, 20, transcribed=False) - exchange.answer_cost, 4) == round(
        (2400 + 8700) * 32e-6, 4
    )
