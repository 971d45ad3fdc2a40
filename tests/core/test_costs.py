"""What was used up becomes money by a dated table, and a figure says how far it can be trusted."""

from datetime import date

import pytest

from voicedesk.core.costs import Cost, cost_of, prices_of
from voicedesk.core.prices import PRICES, Price, Source
from voicedesk.core.settings import ServiceSettings
from voicedesk.core.spending import Modality, Spending, added

MILLION = 1_000_000


@pytest.mark.parametrize(
    ("spending", "usd", "is_estimate"),
    [
        (Spending("gpt-audio-1.5", text_in=MILLION), 2.0, False),
        (Spending("gpt-audio-1.5", text_out=MILLION), 8.0, False),
        (Spending("gpt-audio-1.5", audio_in=MILLION), 25.6, True),
        (Spending("gpt-audio-1.5", audio_out=MILLION), 51.2, True),
        (Spending("gpt-audio-1.5", text_in=MILLION, counted=True), 2.0, True),
        (Spending("gpt-audio-1.5-2026-02-01", text_in=MILLION), 2.0, False),
        (Spending("gpt-audio", text_in=MILLION), 2.0, True),
        (Spending("gpt-4o-mini", text_in=MILLION, text_out=MILLION), 0.6, True),
        (Spending("whisper-1", written_down_ms=60_000), 0.0048, True),
        (Spending("gpt-4o-mini-transcribe", written_down_ms=600_000), 0.024, True),
        (Spending("tts-1", voiced_characters=MILLION), 12.0, True),
        (Spending("tts-1-hd", voiced_characters=1_000), 0.024, True),
        # a spoken turn: ten seconds asked, fifteen answered, and a little history
        (Spending("gpt-audio-1.5", text_in=500, audio_in=100, text_out=100, audio_out=300), 0.01972, True),
    ],
)
def test_each_modality_has_its_price(spending: Spending, usd: float, is_estimate: bool) -> None:
    cost = cost_of((spending,))
    assert cost.usd == pytest.approx(usd)
    assert (cost.is_estimate, cost.is_whole, cost.practice) == (is_estimate, True, False)


def test_cached_tokens_cost_less_where_they_have_a_price_and_the_same_where_they_have_none() -> None:
    half = Spending("gpt-4o-mini", text_in=MILLION, cached_in=MILLION // 2)
    assert cost_of((half,)).usd == pytest.approx(0.8 * (0.075 + 0.0375))
    assert cost_of((Spending("gpt-audio-1.5", text_in=MILLION, cached_in=MILLION),)).usd == 2.0


def test_cached_tokens_beyond_the_text_were_sound() -> None:
    cost = cost_of((Spending("gpt-realtime-1.5", text_in=100, audio_in=MILLION, cached_in=MILLION + 100),))
    assert cost.usd == pytest.approx(0.8 * 0.4 * (MILLION + 100) / MILLION)


@pytest.mark.parametrize(
    "spending", [Spending("brand-new", text_in=5), Spending("gpt-4o-mini-tts", voiced_characters=5)]
)
def test_an_unknown_price_is_unknown_and_not_zero(spending: Spending) -> None:
    cost = cost_of((spending, Spending("gpt-audio-1.5", text_in=MILLION)))
    assert (cost.unpriced, cost.is_whole, cost.usd) == (frozenset({spending.model}), False, 2.0)


def test_a_model_with_a_price_for_some_of_it_is_not_whole() -> None:
    cost = cost_of((Spending("gpt-4o", text_in=MILLION, audio_in=1),))
    assert (cost.usd, cost.unpriced) == (2.0, frozenset({"gpt-4o"}))


def test_practice_costs_nothing_and_says_so() -> None:
    practised = Spending("gpt-audio-1.5", audio_out=MILLION, practice=True)
    assert cost_of((practised,)) == Cost(practice=True)
    assert not cost_of((practised, Spending("tts-1", voiced_characters=1))).practice


def test_nothing_costs_nothing() -> None:
    assert cost_of(()) == Cost()


def test_the_share_of_the_maker_is_a_setting_and_leaves_published_prices_alone() -> None:
    both = Spending("gpt-audio-1.5", text_in=MILLION, audio_in=MILLION)
    assert cost_of((both,), percent=100).by_modality == {Modality.TEXT_IN: 2.0, Modality.AUDIO_IN: 32.0}


def test_costs_are_told_by_modality() -> None:
    bill = (
        Spending("gpt-audio-1.5", text_in=MILLION, audio_out=MILLION),
        Spending("tts-1", voiced_characters=500_000),
        Spending("gpt-4o-mini", text_in=MILLION),
    )
    assert cost_of(bill).by_modality == pytest.approx(
        {Modality.TEXT_IN: 2.12, Modality.AUDIO_OUT: 51.2, Modality.VOICED: 6.0}
    )


def test_sums_cost_what_their_parts_cost() -> None:
    parts = [
        Spending("gpt-audio-1.5", text_in=5, audio_out=7),
        Spending("gpt-audio-1.5", text_in=9, audio_in=70, counted=True),
        Spending("gpt-audio-1.5", text_in=11),
        Spending("whisper-1", written_down_ms=900),
    ]
    bill = added(parts)
    assert len(bill) == 3
    assert cost_of(bill).usd == pytest.approx(sum(cost_of((part,)).usd for part in parts))


def test_prices_can_come_from_another_table() -> None:
    source = Source("somewhere", date(2030, 1, 1), published=True)
    table = {"m": {Modality.TEXT_IN: Price(3.0, source)}}
    assert cost_of((Spending("m", text_in=MILLION),), prices=table).usd == 3.0


def test_every_price_has_a_source_and_a_date() -> None:
    for prices in PRICES.values():
        assert all(price.usd > 0 and price.source.name and price.source.read_on for price in prices.values())


def test_the_models_that_are_set_at_first_have_prices() -> None:
    service = ServiceSettings()
    models = (service.talk_model, service.text_model, service.transcription_model, service.speech_model)
    assert all(prices_of(model) for model in models)


def test_each_part_says_whether_it_is_an_estimate() -> None:
    cost = cost_of((Spending("gpt-audio-1.5", text_in=MILLION, audio_in=MILLION),))
    assert cost.part(Modality.TEXT_IN) == Cost(2.0)
    assert cost.part(Modality.AUDIO_IN).is_estimate
    assert cost.part(Modality.VOICED) == Cost()
