"""Put a file where a person wants it: whole or not at all, private, and over nothing by accident."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from voicedesk.core.phrases import Phrase, reason_of
from voicedesk.core.problems import Kind, trouble
from voicedesk.store.private import open_private, sync_folder, write_whole


@contextmanager
def delivered(target: Path, may_replace: bool) -> Iterator[Path]:
    """Give the name of a draft to write; it becomes the target at the end, or goes if the block fails.

    Raises `Trouble` for every `OSError` inside, and if there is a file already that may not be replaced.
    """
    place = target.resolve() if may_replace else target
    draft = place.with_name(f".{place.name}.new")
    try:
        if not may_replace and os.path.lexists(place):
            raise FileExistsError(errno.EEXIST, "exists", str(place))
        draft.unlink(missing_ok=True)
        yield draft
        _sync(draft)
        _move(draft, place, may_replace)
    except OSError as fault:
        reason = Phrase.NAME_IS_TAKEN if isinstance(fault, FileExistsError) else reason_of(fault)
        raise trouble(Kind.EXPORT_FAILED, str(fault), file=target.name, reason=reason) from fault
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def write_text(draft: Path, text: str) -> None:
    """Write a private file in UTF-8; halves of characters, which that cannot hold, become question marks."""
    descriptor = open_private(str(draft), os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        write_whole(descriptor, text.encode("utf-8", "replace"))
    finally:
        os.close(descriptor)


def _move(draft: Path, place: Path, may_replace: bool) -> None:
    if may_replace:
        draft.replace(place)
    elif os.name == "nt":
        draft.rename(place)  # fails there if the place is taken
    else:
        _link(draft, place)
    sync_folder(place.parent)


def _link(draft: Path, place: Path) -> None:
    """Take the name only if it is free at this very moment, as far as the file system can do that."""
    try:
        place.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # memory cards and network folders know no links
        if os.path.lexists(place):
            raise FileExistsError(errno.EEXIST, "exists", str(place)) from None
        draft.rename(place)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
