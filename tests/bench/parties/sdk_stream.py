"""A peer: the openai SDK's stream, each piece of sound written to the device by a blocking call.

This is what the SDK's own examples lead to: WAV in, `stream=True`, decode, write. A flag between two
writes stops it.
"""

import base64
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import openai
import sounddevice as sd
from openai.types.chat.chat_completion_content_part_param import ChatCompletionContentPartParam

from tests.bench.parties.load import Load
from tests.bench.parties.pipe import Order, on_each_order, service, tell, tell_crashes
from tests.bench.parties.sdk_chat import HELLO, ask, client, pieces
from tests.bench.speech import RATE_HZ, wav

_BLOCK = RATE_HZ // 100

load = Load()
stop = Event()
questions: SimpleQueue[Order] = SimpleQueue()


def take(order: Order) -> None:
    """Obey at once, or leave a question to the thread that answers."""
    if order.do == "ask":
        stop.clear()
        questions.put(order)
    elif order.do == "barge":
        tell("barged")
        stop.set()
    elif order.do == "load":
        load.become(order.values["name"])
        tell("loaded")


def answer_all() -> None:
    """Answer one question after the other."""
    sdk = client(*service())
    with sd.RawOutputStream(samplerate=RATE_HZ, channels=1, dtype="int16", blocksize=_BLOCK) as stream:
        while True:
            answer(sdk, stream, questions.get())


def answer(sdk: openai.OpenAI, stream: sd.RawOutputStream, order: Order) -> None:
    """Ask and play."""
    tell("asked")
    chunks = ask(sdk, spoken_question(Path(order.values["audio"])) if "audio" in order.values else HELLO)
    for chunk in chunks:
        if stop.is_set():
            break
        for _, sound in pieces(chunk):
            stream.write(base64.b64decode(sound))
    chunks.close()
    tell("ended")


def spoken_question(recording: Path) -> ChatCompletionContentPartParam:
    """Wrap a recording as WAV in base64."""
    sound = base64.b64encode(wav(recording.read_bytes())).decode()
    return {"type": "input_audio", "input_audio": {"format": "wav", "data": sound}}


if __name__ == "__main__":
    tell_crashes()
    on_each_order(take)
    Thread(target=answer_all, daemon=True).start()
    tell("ready")
    load.bear_forever()
