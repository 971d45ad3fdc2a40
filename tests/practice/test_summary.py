"""Practice mode does not pretend to sum up."""

from tests.practice.calling import Caller, typed
from voicedesk.core.summary import SUMMARY_INSTRUCTIONS, SUMMARY_QUESTION
from voicedesk.practice.summary import HEADING

SYSTEM = {"role": "system", "content": SUMMARY_INSTRUCTIONS}
LONG = "Tell me everything you know about the history of the golden retriever."


def summary_of(caller: Caller, *messages: object) -> str:
    asked: dict[str, object] = {
        "model": "gpt-4o-mini",
        "messages": [SYSTEM, *messages, typed(SUMMARY_QUESTION)],
    }
    text = caller.chat(asked).json["choices"][0]["message"]["content"]
    assert isinstance(text, str)
    return text


def test_it_lists_how_each_message_begins(caller: Caller) -> None:
    answer = {"role": "assistant", "content": "They are patient."}
    assert summary_of(caller, typed(LONG), answer) == (
        f"{HEADING}\n– You: Tell me everything you know about the history…\n– Answer: They are patient."
    )


def test_an_earlier_list_goes_on(caller: Caller) -> None:
    first = summary_of(caller, typed("Hello"))
    assert summary_of(caller, typed(f"Notes.\n\n{first}"), typed("And now?")) == (
        f"{HEADING}\n– You: Hello\n– You: And now?"
    )


def test_the_list_stays_short(caller: Caller) -> None:
    text = summary_of(caller, *(typed(f"{number} {LONG}") for number in range(200)))
    assert len(text) < 2_500
    assert "– You: 199 Tell me" in text


def test_other_requests_are_answered_as_ever(caller: Caller) -> None:
    asked: dict[str, object] = {
        "model": "gpt-4o-mini",
        "messages": [{"role": "system", "content": "Be brief."}, typed("Hello")],
    }
    assert HEADING not in caller.chat(asked).json["choices"][0]["message"]["content"]
