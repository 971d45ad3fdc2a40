"""A peer: the naive script that waits for the whole answer as WAV and then plays it."""

import base64
import io
import wave
from queue import SimpleQueue
from threading import Thread

import numpy as np
import openai
import sounddevice as sd

from tests.bench.parties.load import Load
from tests.bench.parties.pipe import Order, on_each_order, service, tell, tell_crashes

load = Load()
questions: SimpleQueue[Order] = SimpleQueue()


def take(order: Order) -> None:
    """Obey at once, or leave a question to the thread that answers."""
    if order.do == "ask":
        questions.put(order)
    elif order.do == "load":
        load.become(order.values["name"])
        tell("loaded")


def answer_all() -> None:
    """Answer one question after the other."""
    base_url, key = service()
    client = openai.OpenAI(api_key=key, base_url=base_url, max_retries=0)
    while True:
        questions.get()
        answer(client)


def answer(client: openai.OpenAI) -> None:
    """Ask, wait, play."""
    tell("asked")
    whole = client.chat.completions.create(
        model="gpt-audio-1.5",
        modalities=["text", "audio"],
        audio={"voice": "alloy", "format": "wav"},
        messages=[{"role": "user", "content": "Hello."}],
    )
    sound = whole.choices[0].message.audio
    assert sound is not None
    with wave.open(io.BytesIO(base64.b64decode(sound.data))) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)
        sd.play(samples, file.getframerate())
    sd.wait()
    tell("ended")


if __name__ == "__main__":
    tell_crashes()
    on_each_order(take)
    Thread(target=answer_all, daemon=True).start()
    tell("ready")
    load.bear_forever()
