"""Ask the service: one task a turn, on an asyncio loop of its own."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from queue import Empty, SimpleQueue
from typing import Any

from voicedesk.core.commands import (
    CancelTurn,
    HangUp,
    PrepareService,
    RunTurn,
    SpeakSample,
    Summarize,
    WarmUp,
)
from voicedesk.core.conversation import Ending
from voicedesk.core.crash import crashed
from voicedesk.core.estimates import spending_of, spending_on_voice, spending_on_words
from voicedesk.core.events import (
    AnswerEnded,
    AnswerGrown,
    Event,
    Remarked,
    SpeakingFailed,
    Spent,
    Summarized,
    TurnRemarked,
    WordsHeard,
)
from voicedesk.core.exchange import (
    AnswerClosed,
    AnswerPart,
    Question,
    SoundArrived,
    TextArrived,
    TranscriptionWish,
    Waiting,
)
from voicedesk.core.inquiries import ListModels, ModelsListed, Report
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.spending import Spending
from voicedesk.core.units import Pcm, TurnId
from voicedesk.core.workers import API
from voicedesk.engine.ports import AnswerStore, Service, SoundSink
from voicedesk.engine.progress import Progress
from voicedesk.engine.summing_up import summed_up

Order = RunTurn | SpeakSample | Summarize | CancelTurn | PrepareService | WarmUp | HangUp | ListModels
LEAVE_DEADLINE_S = 1.5


class Turns:
    """Carry out turns; `run` is the body of the api thread.

    asyncio lives here because a blocked synchronous request can only be left by waiting for its time-out,
    while a task is cancelled in under a millisecond.
    """

    name = API

    def __init__(
        self,
        make_service: Callable[[], Service],
        sink: SoundSink,
        answers: AnswerStore,
        post: Callable[[Event | Remarked | Report | Summarized], None],
    ) -> None:
        self._make_service = make_service
        self._sink = sink
        self._answers = answers
        self._post = post
        self._orders: SimpleQueue[Order] = SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._answering: dict[TurnId, asyncio.Task[None]] = {}
        self._background: set[asyncio.Task[None]] = set()
        self._was_stopped = False

    def carry_out(self, order: Order) -> None:
        """Take an order from any thread, also before the loop runs."""
        self._orders.put(order)
        self._wake(self._obey_all)

    def stop(self) -> None:
        """Ask the loop to end; what is under way is cancelled and kept."""
        self._was_stopped = True
        self._wake(lambda: self._leaving.set())

    def run(self) -> None:
        """Serve until asked to leave; may be called again after a crash."""
        asyncio.run(self._serve())

    def _wake(self, action: Callable[[], None]) -> None:
        loop = self._loop
        if loop and not loop.is_closed():
            loop.call_soon_threadsafe(action)

    async def _serve(self) -> None:
        self._leaving = asyncio.Event()  # of this loop: a crash ends a loop, and the next has its own
        self._service = self._make_service()
        self._loop = asyncio.get_running_loop()
        try:
            self._obey_all()
            if not self._was_stopped:
                await self._leaving.wait()
        finally:
            await self._leave()

    async def _leave(self) -> None:
        tasks = {*self._answering.values(), *self._background}
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=LEAVE_DEADLINE_S)
        await self._service.close()

    def _obey_all(self) -> None:
        while True:
            try:
                self._obey(self._orders.get_nowait())
            except Empty:
                return

    def _obey(self, order: Order) -> None:
        match order:
            case RunTurn():
                self._start(order)
            case CancelTurn() if order.turn in self._answering:
                self._answering[order.turn].cancel()
            case PrepareService():
                self._keep(self._service.prepare(order.base_url))
            case WarmUp():
                self._keep(self._service.warm_up(order.base_url))
            case HangUp():
                self._keep(self._service.close())
            case SpeakSample():
                self._start_sample(order)
            case Summarize():
                self._keep(self._sum_up(order))
            case ListModels():
                self._keep(self._list_models(order.base_url))

    def _start(self, order: RunTurn) -> None:
        for task in self._answering.values():
            task.cancel()
        was_sent = asyncio.Event()
        task = asyncio.get_running_loop().create_task(self._answer(order, was_sent))
        self._answering[order.turn] = task
        task.add_done_callback(lambda _: self._answering.pop(order.turn, None))
        task.add_done_callback(lambda _: was_sent.set())
        if order.clip and order.service.transcribe_own_words:
            self._keep(self._write_down(order, was_sent))

    def _start_sample(self, order: SpeakSample) -> None:
        """Have it cancelled as a turn is; the sound goes to the loudspeaker and nowhere else."""
        task = asyncio.get_running_loop().create_task(self._speak_sample(order))
        self._answering[order.turn] = task
        task.add_done_callback(lambda _: self._answering.pop(order.turn, None))

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something beside the turns; the loop itself would let it be collected, so the set holds it."""
        task = asyncio.get_running_loop().create_task(work)
        self._background.add(task)
        task.add_done_callback(self._forget)

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._background.discard(task)
        if not task.cancelled() and (error := task.exception()):
            self._post(Remarked(crashed(error)))

    async def _write_down(self, order: RunTurn, was_sent: asyncio.Event) -> None:
        """Write the person's words down; a barge-in does not stop this, because history needs them.

        It waits until the question itself was sent: two uploads at once would delay the answer.
        """
        assert order.clip
        await was_sent.wait()
        wish = TranscriptionWish(order.service.transcription_model)
        try:
            heard = await self._service.transcribe(order.clip, wish, order.service.base_url)
        except Trouble as trouble:
            reason = Problem(Kind.WORDS_MISSING, detail=trouble.problem.kind.name)
            self._post(TurnRemarked(order.turn, reason))
        else:
            self._book(order.turn, spending_on_words(order))
            self._post(WordsHeard(order.turn, heard.text.strip()))

    async def _sum_up(self, order: Summarize) -> None:
        self._post(await summed_up(self._service, order))

    def _book(self, turn: TurnId, spending: Spending) -> None:
        self._post(Spent(turn, spending))

    async def _list_models(self, base_url: str) -> None:
        try:
            names = await self._service.list_models(base_url)
        except Trouble as trouble:
            self._post(ModelsListed(base_url, problem=trouble.problem))
        else:
            self._post(ModelsListed(base_url, tuple(names)))

    async def _speak_sample(self, order: SpeakSample) -> None:
        try:
            await self._speak(order, lambda pcm: self._sink.put(order.turn, pcm))
        except Trouble as trouble:
            self._post(SpeakingFailed(order.turn, trouble.problem))
        except Exception as error:  # noqa: BLE001  # the edge of a task: without it the sample would never end
            self._post(SpeakingFailed(order.turn, crashed(error)))
        finally:
            self._sink.finish(order.turn)

    async def _answer(self, order: RunTurn, was_sent: asyncio.Event) -> None:
        """Lead one turn to exactly one ending, whatever happens."""
        progress = Progress(
            asyncio.get_running_loop(), lambda answer: self._post(AnswerGrown(order.turn, answer))
        )
        ending, problem = Ending.CANCELLED, None
        try:
            ending, problem = await self._receive(order, progress, was_sent)
        except Trouble as trouble:
            ending, problem = _broken(progress), trouble.problem
        except asyncio.CancelledError:
            ending = Ending.CANCELLED if progress.is_empty else Ending.INTERRUPTED
            raise
        except Exception as error:  # noqa: BLE001  # the edge of a turn: without it the turn would never end
            ending, problem = Ending.FAILED, crashed(error)
        finally:
            self._sink.finish(order.turn)
            self._post(AnswerEnded(order.turn, progress.end(), ending, problem))

    async def _receive(
        self, order: RunTurn, progress: Progress, was_sent: asyncio.Event
    ) -> tuple[Ending, Problem | None]:
        question = Question(order.clip, order.text, order.history, order.spoken, order.service)
        closed = AnswerClosed(complete=False)
        try:
            async with aclosing(self._service.answer(question)) as parts:
                async for part in parts:
                    was_sent.set()
                    if isinstance(part, AnswerClosed):
                        closed = part
                    else:
                        self._take(order.turn, part, progress)
        finally:
            progress.close(closed)
            self._book_answer(order, progress)
        if progress.is_empty or not closed.complete:
            return _broken(progress), closed.problem
        if order.spoken and not progress.is_voiced:
            return Ending.DONE, await self._voice(order, progress) or closed.problem
        return Ending.DONE, closed.problem

    def _book_answer(self, order: RunTurn, progress: Progress) -> None:
        """Count what came, also of an answer that was cut off: what was made of it is charged."""
        if not progress.is_empty or progress.answer.usage:
            self._book(order.turn, spending_of(order, progress.answer))

    def _take(self, turn: TurnId, part: AnswerPart, progress: Progress) -> None:
        match part:
            case TextArrived():
                progress.add_text(part.text)
            case SoundArrived():
                self._take_sound(turn, part.pcm, progress)
            case Waiting():
                self._post(TurnRemarked(turn, _waiting(part)))

    def _take_sound(self, turn: TurnId, pcm: Pcm, progress: Progress) -> None:
        """Hand sound to the loudspeaker first: the ear waits, the disk does not."""
        self._sink.put(turn, pcm)
        self._answers.append_answer(turn, pcm)
        progress.add_sound(pcm)

    async def _voice(self, order: RunTurn, progress: Progress) -> Problem | None:
        """Voice an answer that came as text only."""
        sample = SpeakSample(order.turn, progress.answer.text, order.service, order.practice)
        try:
            await self._speak(sample, lambda pcm: self._take_sound(order.turn, pcm, progress))
        except Trouble as trouble:
            return Problem(Kind.NOT_VOICED, detail=trouble.problem.kind.name)
        return None

    async def _speak(self, sample: SpeakSample, take: Callable[[Pcm], None]) -> None:
        """Have a text voiced, and book it as soon as the first of its sound comes."""
        is_booked = False
        async with aclosing(self._service.speak(sample.text, sample.service)) as sound:
            async for pcm in sound:
                if not is_booked:
                    self._book(sample.turn, spending_on_voice(sample))
                    is_booked = True
                take(pcm)


def _broken(progress: Progress) -> Ending:
    return Ending.FAILED if progress.is_empty else Ending.INTERRUPTED


def _waiting(part: Waiting) -> Problem:
    return Problem(Kind.ASKED_AGAIN, {"seconds": f"{part.seconds:.0f}", "attempt": str(part.attempt)})
