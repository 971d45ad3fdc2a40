"""Ask for a spoken, streamed answer the way the openai SDK's own examples do."""

from collections.abc import Iterator

import openai
from openai.types.chat import ChatCompletionChunk
from openai.types.chat.chat_completion_content_part_param import ChatCompletionContentPartParam

HELLO: ChatCompletionContentPartParam = {"type": "text", "text": "Hello."}


def client(base_url: str, key: str) -> openai.OpenAI:
    """Make the SDK's client."""
    return openai.OpenAI(api_key=key, base_url=base_url, max_retries=0)


def ask(sdk: openai.OpenAI, question: ChatCompletionContentPartParam) -> openai.Stream[ChatCompletionChunk]:
    """Send the question; the answer comes piece by piece."""
    return sdk.chat.completions.create(
        model="gpt-audio-1.5",
        modalities=["text", "audio"],
        audio={"voice": "alloy", "format": "pcm16"},
        messages=[{"role": "user", "content": [question]}],
        stream=True,
    )


def pieces(chunk: ChatCompletionChunk) -> Iterator[tuple[str, str]]:
    """Give transcript and base64 sound of a chunk; either may be empty, the service's ticks hold neither."""
    for choice in chunk.choices or ():
        audio = getattr(choice.delta, "audio", None)
        if audio is not None:
            yield getattr(audio, "transcript", None) or "", getattr(audio, "data", None) or ""
