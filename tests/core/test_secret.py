"""A secret shows itself to nobody who does not ask for it by name."""

import base64
import copy
import pickle
from urllib.parse import quote

import pytest

from voicedesk.core.secret import Secret, struck_out

KEY = "sk-canary-1234567890abcdef"


@pytest.mark.parametrize(
    "show", [repr, str, "{}".format, "{!r:>40}".format, "%s".__mod__, lambda it: repr([it])]
)
def test_no_way_of_printing_shows_it(show: object) -> None:
    assert callable(show)
    assert "canary" not in show(Secret(KEY))


@pytest.mark.parametrize("write", [pickle.dumps, copy.deepcopy])
def test_it_cannot_be_written(write: object) -> None:
    assert callable(write)
    with pytest.raises(TypeError):
        write(Secret(KEY))


def test_it_compares_by_value() -> None:
    assert Secret(KEY) == Secret(KEY)
    assert Secret(KEY) != Secret("sk-other")
    assert len({Secret(KEY), Secret(KEY)}) == 1


@pytest.mark.parametrize("encode", [str, quote, lambda key: base64.b64encode(key.encode()).decode()])
def test_a_known_value_is_struck_out_in_every_form(encode: object) -> None:
    assert callable(encode)
    odd = "sk-a/b+c d=!"
    assert encode(odd).rstrip("=") not in struck_out(f"before {encode(odd)} after", [Secret(odd)])


def test_what_looks_like_a_key_is_struck_out_unknown() -> None:
    assert struck_out(f"Bearer {KEY}, sk-short") == "Bearer sk-…, sk-short"
