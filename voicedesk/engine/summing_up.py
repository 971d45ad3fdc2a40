"""Have the oldest part of a conversation summed up by the text model."""

from contextlib import aclosing

from voicedesk.core.commands import Summarize
from voicedesk.core.conversation import Answer
from voicedesk.core.estimates import spending_of
from voicedesk.core.events import Summarized
from voicedesk.core.exchange import AnswerClosed, Question, TextArrived
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.engine.ports import Service


async def summed_up(service: Service, order: Summarize) -> Summarized:
    """Ask for a summary, once: what came of a broken answer is paid for and not used."""
    try:
        answer, is_whole = await _received(service, order)
    except Trouble as trouble:
        return _failed(order, Answer(), trouble.problem)
    text = answer.text.strip()
    if not is_whole or not text:
        return _failed(order, answer, Problem(Kind.EMPTY_ANSWER))
    return Summarized(order.conversation, order.until, text, spending_of(order.request, answer))


async def _received(service: Service, order: Summarize) -> tuple[Answer, bool]:
    request = order.request
    question = Question(None, request.text, request.history, False, request.service)
    text, closed = "", AnswerClosed(complete=False)
    async with aclosing(service.answer(question)) as parts:
        async for part in parts:
            if isinstance(part, TextArrived):
                text += part.text
            elif isinstance(part, AnswerClosed):
                closed = part
    return Answer(text, usage=closed.usage, model=closed.model), closed.complete


def _failed(order: Summarize, answer: Answer, reason: Problem) -> Summarized:
    spending = spending_of(order.request, answer) if answer.text or answer.usage else None
    problem = Problem(Kind.NOT_SUMMED_UP, detail=reason.kind.name)
    return Summarized(order.conversation, order.until, "", spending, problem)
