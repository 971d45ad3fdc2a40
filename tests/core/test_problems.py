"""Whatever goes wrong is told in plain words, with what is safe and one thing to do."""

import re
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.phrases import Phrase
from voicedesk.core.problem_texts import WORDS, Words, action_for, advice_for, title_of, told
from voicedesk.core.problems import Action, Kind, Problem, Trouble, trouble

KINDS = st.sampled_from(Kind)
EVERY_KIND = pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.name)


def sentences(words: Words) -> tuple[str, str]:
    return words.title, words.advice


def names_in(sentence: str) -> list[tuple[str, str | None, str | None]]:
    """Give name, format and conversion of each place in a sentence."""
    parts = Formatter().parse(sentence)
    return [(name, format_, conversion) for _, name, format_, conversion in parts if name is not None]


def test_every_kind_has_words_and_no_words_are_left_over() -> None:
    assert set(WORDS) == set(Kind)


def test_no_two_kinds_have_the_same_title() -> None:
    assert len({words.title for words in WORDS.values()}) == len(WORDS)


@EVERY_KIND
def test_places_are_plain_names(kind: Kind) -> None:
    for sentence in sentences(WORDS[kind]):
        for name, format_, conversion in names_in(sentence):
            assert name.isidentifier()
            assert not format_
            assert conversion is None


@EVERY_KIND
def test_sentences_are_calm_and_whole(kind: Kind) -> None:
    for sentence in sentences(WORDS[kind]):
        assert sentence.endswith((".", "?"))
        assert "!" not in sentence
        assert not {"oops", "sorry", "unfortunately", "please"} & set(re.findall(r"\w+", sentence.lower()))
    assert WORDS[kind].title.endswith(".")


@EVERY_KIND
def test_values_appear_where_they_belong(kind: Kind) -> None:
    names = [name for sentence in sentences(WORDS[kind]) for name, _, _ in names_in(sentence)]
    problem = Problem(kind, {name: f"<{name}>" for name in names})
    told = title_of(problem) + advice_for(problem)
    assert all(f"<{name}>" in told for name in names)
    assert "{" not in told


@EVERY_KIND
def test_a_missing_value_is_shown_as_a_dash(kind: Kind) -> None:
    problem = Problem(kind)
    told = (title_of(problem), advice_for(problem))
    for sentence, source in zip(told, sentences(WORDS[kind]), strict=True):
        assert ("–" in sentence) == bool(names_in(source))
        assert "{" not in sentence


@given(KINDS, st.dictionaries(st.text(max_size=8), st.text(max_size=8)))
def test_telling_never_fails_whatever_the_values(kind: Kind, values: dict[str, str]) -> None:
    problem = Problem(kind, values)
    assert title_of(problem)
    assert advice_for(problem)


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    assert "{model}" in title_of(Problem(Kind.REJECTED, {"message": "no such {model}"}))


def test_sentences_pass_through_the_translation_before_values_are_put_in() -> None:
    swedish = {"{model} is not offered here.": "{model} finns inte här."}
    problem = Problem(Kind.MODEL_MISSING, {"model": "gpt-x"})
    assert title_of(problem, swedish.__getitem__) == "gpt-x finns inte här."
    assert advice_for(problem, str.upper) == WORDS[Kind.MODEL_MISSING].advice.upper()


def test_sentences_follow_one_another_as_their_language_wants_it() -> None:
    problem = Problem(Kind.EMPTY_ANSWER)
    assert told(problem) == f"{title_of(problem)} {advice_for(problem)}"
    assert told(problem, lambda _: "服務忙碌中。") == "服務忙碌中。服務忙碌中。"


def test_a_phrase_among_the_values_is_translated_and_filled_too() -> None:
    told: list[str] = []

    def noting(source: str) -> str:
        told.append(source)
        return source

    problem = Problem(Kind.BUSY, {"when": Phrase.IN_SECONDS, "seconds": "5"})
    assert advice_for(problem, noting) == "Nothing is lost. Try again in 5 s."
    assert Phrase.IN_SECONDS.value in told


def test_no_value_but_a_phrase_is_translated_or_filled() -> None:
    problem = Problem(Kind.BAD_FILE, {"file": "{reason}.wav", "reason": "{file} is odd"})
    assert title_of(problem) == "{reason}.wav cannot be used: {file} is odd."


@pytest.mark.parametrize("phrase", Phrase, ids=lambda phrase: phrase.name)
def test_a_phrase_fits_inside_a_sentence(phrase: Phrase) -> None:
    assert phrase == phrase.strip()
    assert phrase[0].islower()
    assert not phrase.endswith(".")


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        (Kind.KEY_REFUSED, Action.ENTER_KEY),
        (Kind.MICROPHONE_LOST, Action.SEND_RECORDING),
        (Kind.TOO_SHORT, Action.NONE),
        (Kind.CRASHED, Action.COPY_DETAILS),
    ],
)
def test_a_problem_offers_its_action(kind: Kind, action: Action) -> None:
    assert action_for(Problem(kind)) is action


def test_what_can_be_repeated_says_that_it_is_kept() -> None:
    repeatable = [words.advice for words in WORDS.values() if words.action is Action.REPEAT]
    safe = ("kept", "Nothing was sent", "Nothing is lost", "The text is complete")
    assert [advice for advice in repeatable if not any(phrase in advice for phrase in safe)] == []


@pytest.mark.parametrize(
    "kind",
    [Kind.RECORDING_NOT_BEGUN, Kind.NO_MICROPHONE, Kind.CONVERSATION_TOO_LONG],
    ids=lambda kind: kind.name,
)
def test_nothing_is_offered_that_is_not_there_or_would_fail_again(kind: Kind) -> None:
    assert action_for(Problem(kind)) not in (Action.SEND_RECORDING, Action.REPEAT)


def test_a_trouble_carries_its_problem_and_shows_its_kind_only() -> None:
    raised = trouble(Kind.OFFLINE, detail="gaierror", host="example.org")
    assert isinstance(raised, Trouble)
    assert raised.problem == Problem(Kind.OFFLINE, {"host": "example.org"}, "gaierror")
    assert str(raised) == "OFFLINE"
