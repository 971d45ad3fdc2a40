"""A call that hangs costs its caller a bounded time once, and never more than one thread."""

import threading
from collections.abc import Iterator

import pytest

from voicedesk.store.one_call import OneCall, StillHanging


@pytest.fixture
def let_go() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()
    for thread in _calls():
        thread.join(5)


def _calls() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "keyring"]


def test_a_call_gives_what_it_gives_and_raises_what_it_raises() -> None:
    call: OneCall[int] = OneCall(5.0)
    assert call(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        call(lambda: 1 // 0)
    assert call(lambda: 8) == 8


@pytest.mark.timeout(30)
def test_K5_while_one_hangs_all_others_are_refused_at_once(let_go: threading.Event) -> None:
    """If each of them waited its own limit, this would outlast its deadline."""
    call: OneCall[bool] = OneCall(0.5)
    refused = 0
    for _ in range(200):
        try:
            call(lambda: let_go.wait(60))
        except StillHanging:
            refused += 1
    assert (refused, call.abandoned, len(_calls())) == (200, 1, 1)


def test_K5_when_the_call_comes_back_after_all_the_next_one_is_made(let_go: threading.Event) -> None:
    call: OneCall[bool] = OneCall(0.05)
    with pytest.raises(StillHanging):
        call(lambda: let_go.wait(60))
    [hanging] = _calls()
    let_go.set()
    hanging.join(5)
    assert call(lambda: True)


def test_two_callers_take_turns(let_go: threading.Event) -> None:
    call: OneCall[int] = OneCall(5.0)
    together, most = 0, 0

    def work() -> int:
        nonlocal together, most
        together += 1
        most = max(most, together)
        let_go.wait(0.01)
        together -= 1
        return most

    callers = [threading.Thread(target=call, args=(work,)) for _ in range(8)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join(10)
    assert most == 1
