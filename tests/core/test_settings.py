"""Stored settings are used as far as they can be; the rest falls back to its default and is named."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.language import Language
from voicedesk.core.settings import (
    GuideSettings,
    GuideStep,
    LookSettings,
    ServiceSettings,
    Settings,
    SoundSettings,
    StorageSettings,
    TalkSettings,
    Theme,
    Upload,
    plain_values,
    settings_from,
    with_group,
)

GROUPS = [entry.name for entry in fields(Settings)]
NAMES = sorted({entry.name for group in GROUPS for entry in fields(getattr(Settings(), group))})
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
STORED_JUNK = st.dictionaries(
    st.sampled_from(GROUPS) | st.text(max_size=5),
    st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), JUNK, max_size=6) | JUNK,
    max_size=4,
)
LINES = st.text(max_size=20)
ANY_SETTINGS = st.builds(
    Settings,
    st.builds(
        ServiceSettings,
        base_url=LINES,
        voice=LINES,
        transcribe_own_words=st.booleans(),
        max_output_tokens=st.integers(64, 16_384),
        upload=st.sampled_from(Upload),
    ),
    st.builds(SoundSettings, microphone=LINES, preroll=st.booleans(), longest_minutes=st.integers(1, 60)),
    st.builds(TalkSettings, st.booleans(), st.integers(0, 2_000)),
    st.builds(
        LookSettings,
        language=st.sampled_from(Language),
        theme=st.sampled_from(Theme),
        text_percent=st.integers(100, 200),
        reduce_motion=st.booleans(),
    ),
    st.builds(StorageSettings, st.integers(0, 3_650)),
    st.builds(GuideSettings, st.sampled_from(GuideStep)),
)


def test_nothing_stored_means_the_defaults() -> None:
    assert settings_from({}) == (Settings(), ())


@given(ANY_SETTINGS)
def test_what_was_stored_comes_back(settings: Settings) -> None:
    stored: dict[str, dict[str, object]] = {name: {**group} for name, group in plain_values(settings).items()}
    assert settings_from(stored) == (settings, ())


@given(ANY_SETTINGS)
def test_a_file_gets_plain_values_only(settings: Settings) -> None:
    values = [value for group in plain_values(settings).values() for value in group.values()]
    assert {type(value) for value in values} <= {str, int, bool}


@given(STORED_JUNK)
def test_junk_never_raises_and_never_gets_in(stored: dict) -> None:
    settings, repaired = settings_from(stored)
    assert settings_from(plain_values(settings)) == (settings, ())  # type: ignore[arg-type]
    for name in repaired:
        group, _, value = name.partition(".")
        assert group in GROUPS
        assert value in NAMES or value == "*"


def test_an_unknown_name_is_passed_over_in_silence() -> None:
    stored: dict[str, dict[str, object]] = {"talk": {"nonsense": 1}, "nonsense": {"voice": "x"}}
    assert settings_from(stored) == (Settings(), ())


def test_one_bad_value_does_not_spoil_the_others() -> None:
    settings, repaired = settings_from({"service": {"voice": 7, "talk_model": "gpt-audio"}})
    assert settings.service == replace(ServiceSettings(), talk_model="gpt-audio")
    assert repaired == ("service.voice",)


def test_a_group_that_is_no_table_falls_back_whole() -> None:
    assert settings_from({"sound": 3}) == (Settings(), ("sound.*",))  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("group", "name", "value"),
    [
        pytest.param("talk", "shortest_press_ms", True, id="truth-is-no-number"),
        pytest.param("talk", "shortest_press_ms", 300.0, id="fraction-is-no-number"),
        pytest.param("talk", "speak_typed_answers", 1, id="number-is-no-truth"),
        pytest.param("service", "voice", None, id="nothing-is-no-text"),
        pytest.param("service", "upload", "ogg", id="unknown-choice"),
        pytest.param("service", "upload", ["mp3"], id="list-is-no-choice"),
    ],
)
def test_a_value_of_the_wrong_type_is_repaired(group: str, name: str, value: object) -> None:
    assert settings_from({group: {name: value}}) == (Settings(), (f"{group}.{name}",))


@pytest.mark.parametrize(
    ("group", "name", "least", "most"),
    [
        ("talk", "shortest_press_ms", 0, 2_000),
        ("sound", "longest_minutes", 1, 60),
        ("service", "max_output_tokens", 64, 16_384),
        ("look", "text_percent", 100, 200),
        ("storage", "keep_sound_days", 0, 3_650),
    ],
)
def test_a_number_stays_within_its_limits(group: str, name: str, least: int, most: int) -> None:
    for value in (least, most):
        settings, repaired = settings_from({group: {name: value}})
        assert (getattr(getattr(settings, group), name), repaired) == (value, ())
    for value in (least - 1, most + 1):
        assert settings_from({group: {name: value}}) == (Settings(), (f"{group}.{name}",))


@pytest.mark.parametrize("group", GROUPS)
def test_a_changed_group_takes_the_place_of_its_kind_and_no_other(group: str) -> None:
    defaults = getattr(Settings(), group)
    first = fields(defaults)[0].name
    marked = replace(defaults, **{first: object()})
    changed = with_group(Settings(), marked)
    assert getattr(changed, group) == marked
    assert replace(changed, **{group: defaults}) == Settings()
