"""Have one answer spoken by a party, and read off when its sound left the device."""

from dataclasses import dataclass
from time import monotonic, sleep

from tests.bench.child import ChildSilent, Sounding
from tests.bench.device.log import Record, first_sound_ns, sounds_on
from tests.bench.far_end import FarEnd

SETTLE_S = 0.15
_POLL_S = 0.002


@dataclass(frozen=True, slots=True)
class Spoken:
    """One answer: asked, its first piece of sound sent by the service, its first sample out of the device."""

    asked_ns: int
    sent_ns: int
    heard_ns: int
    records: list[Record]

    @property
    def added_ms(self) -> float:
        """Tell how much later than sent it was heard."""
        return (self.heard_ns - self.sent_ns) / 1e6

    @property
    def waited_ms(self) -> float:
        """Tell how much later than asked it was heard."""
        return (self.heard_ns - self.asked_ns) / 1e6


def spoken_answer(party: Sounding, far: FarEnd, within_s: float = 90.0) -> Spoken:
    """Ask by text and wait until the answer was heard to its end."""
    since, stamps = party.device.count, far.link.expect_answer()
    asked_ns = _number(party.ask_and_wait("ask", "asked")["at_ns"])
    party.wait_for("ended", within_s=within_s)
    sleep(SETTLE_S)
    records = party.device.records(since)
    heard_ns = first_sound_ns(records)
    if heard_ns is None or len(far.link.first_sounds_ns) <= stamps:
        raise ChildSilent("the answer was not heard")
    return Spoken(asked_ns, far.link.first_sounds_ns[stamps], heard_ns, records)


def wait_for_sound(party: Sounding, since: int, within_s: float = 10.0) -> int:
    """Wait until the first sample of an answer has left the device."""
    deadline = monotonic() + within_s
    while (heard_ns := first_sound_ns(party.device.records(since))) is None:
        if monotonic() > deadline:
            raise ChildSilent("nothing was heard")
        sleep(_POLL_S)
    return heard_ns


def wait_for_silence(party: Sounding, since: int, within_s: float = 3.0) -> list[Record]:
    """Wait until the device plays zeros, and a little longer; give the records of the turn."""
    deadline = monotonic() + within_s
    while True:
        sleep(SETTLE_S)
        records = party.device.records(since)
        if not sounds_on(records):
            return records
        if monotonic() > deadline:
            raise ChildSilent("the sound does not stop")


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value
