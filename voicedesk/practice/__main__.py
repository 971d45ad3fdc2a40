"""Run the practice service alone: `python -m voicedesk.practice [--port N]`."""

import argparse
import json
import signal
import sys
import threading

from voicedesk.practice.service import PracticeService


def main() -> int:
    """Print where the service is reached as one line of JSON, and serve until interrupted."""
    arguments = argparse.ArgumentParser(prog="python -m voicedesk.practice", description=__doc__)
    arguments.add_argument("--port", type=int, default=0, help="the port on 127.0.0.1; a free one by default")
    service = PracticeService(port=arguments.parse_args().port)
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    try:
        endpoint = service.start()
    except OSError as fault:
        sys.stderr.write(f"The practice service cannot listen: {fault.strerror}\n")
        return 1
    sys.stdout.write(json.dumps({"base_url": endpoint.base_url, "key": endpoint.key}) + "\n")
    sys.stdout.flush()
    ended.wait()
    service.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
