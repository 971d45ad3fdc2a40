"""A title is the beginning of what was asked, and never cuts a word that it could leave whole."""

from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as some

from voicedesk.core.titles import LONGEST, short_title


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("Golden retrievers", "Golden retrievers"),
        ("  two\n lines\tand  gaps ", "two lines and gaps"),
        ("", ""),
        (
            "Is a golden retriever a good family dog, or should we wait?",
            "Is a golden retriever a good family dog…",
        ),
        ("Tell me, please, all that you know about the owls", "Tell me, please, all that you know…"),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschifffahrtsgesellschaftskapi…"),
        ("金毛寻回犬适合有小孩的家庭吗？我们家里还有一只老猫", "金毛寻回犬适合有小孩的家庭吗？我们家里…"),
        ("请问，", "请问，"),
    ],
)
def test_titles(asked: str, title: str) -> None:
    assert short_title(asked) == title


@given(some.text(some.sampled_from("ab 你好。, \n") | some.characters(), max_size=90))
def test_a_title_is_short_and_on_one_line(asked: str) -> None:
    title = short_title(asked)
    assert "\n" not in title
    assert sum(2 if east_asian_width(character) in "WF" else 1 for character in title) <= LONGEST
    assert " ".join(asked.split()).startswith(title.removesuffix("…"))
