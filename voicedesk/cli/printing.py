"""Write to the terminal: results to standard output, everything else to standard error."""

import json
import sys
from collections.abc import Mapping
from io import TextIOWrapper

from voicedesk.cli.language import translate_problem
from voicedesk.core.costs import Cost
from voicedesk.core.problem_texts import advice_for, title_of, told
from voicedesk.core.problems import Problem

Plain = str | int | float | bool | None
Json = Plain | list["Json"] | Mapping[str, "Json"]


def write_every_character() -> None:
    """Write UTF-8 into pipes and files, and “?” on a terminal for what it cannot show, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def say(text: str, end: str = "\n") -> None:
    """Print a result at once, also into a pipe."""
    print(text, end=end, flush=True)


def say_json(result: Mapping[str, Json]) -> None:
    """Print the one object that `--json` promises."""
    say(json.dumps(result, ensure_ascii=False))


def complain(text: str) -> None:
    """Print one line for the person, out of the way of results."""
    print(f"voicedesk: {text}", file=sys.stderr, flush=True)


def complain_of(problem: Problem) -> None:
    """Say what happened and what to do."""
    complain(sentence_about(problem))


def sentence_about(problem: Problem) -> str:
    """Say what happened, what is safe and what to do, in one run."""
    return told(problem, translate_problem)


def problem_as_json(problem: Problem | None) -> Json:
    """Give a problem by its kind and in words."""
    if problem is None:
        return None
    title, advice = title_of(problem, translate_problem), advice_for(problem, translate_problem)
    return {"kind": problem.kind.name.lower(), "title": title, "advice": advice}


def cost_as_json(cost: Cost) -> Json:
    """Give a cost in dollars; null where a price is not known, and whether any part is an estimate."""
    unpriced: list[Json] = [*sorted(cost.unpriced)]
    return {
        "usd": round(cost.usd, 6) if cost.is_whole else None,
        "estimated": cost.is_estimate,
        "unpriced": unpriced,
    }
