"""Put recordings on disk while they are made."""

import errno
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from voicedesk.audio.encoder import EncodingFailed, Mp3Encoder
from voicedesk.audio.pcm import dbfs, peak_of
from voicedesk.audio.private_files import (
    create_private,
    ensure_private_folder,
    lock_file,
    sync_file,
    sync_folder,
)
from voicedesk.audio.recovery import recovered
from voicedesk.audio.sidecar import Facts, files_beside, write_facts
from voicedesk.core.conversation import Clip
from voicedesk.core.phrases import reason_of
from voicedesk.core.problems import Kind, Trouble, trouble
from voicedesk.core.units import BYTES_PER_FRAME, NO_FRAMES, Frames, Pcm, TurnId, frames_in, milliseconds_of

_SYNC_SECONDS = 1.0
_MEMORY_BYTES = frames_in(2 * 60 * 1000) * BYTES_PER_FRAME


@dataclass(frozen=True, slots=True)
class Disk:
    """The two calls by which a disk can disappoint while recording."""

    write: Callable[[int, bytes | bytearray], int] = os.write
    sync: Callable[[int], None] = sync_file


class DiskSpool:
    """The folder of recordings, as `ports.Spool`."""

    def __init__(
        self, folder: Path, disk: Disk | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._folder = folder
        self._disk = disk or Disk()
        self._clock = clock

    def begin(self, turn: TurnId, make_mp3: bool) -> "DiskTake":
        """Start a recording."""
        return DiskTake(self._folder, turn, make_mp3, self._disk, self._clock)

    def discard(self, clip: Clip) -> None:
        """Delete a finished recording with all that belongs to it."""
        delete_recording(clip.path)

    def recovered(self, known: Callable[[TurnId], bool]) -> list[Clip]:
        """Find recordings that a crash broke off, or that no history knows; oldest first."""
        return recovered(self._folder, known)


class DiskTake:
    """A recording that grows on disk, as `ports.Take`.

    The bare samples are the recording; the MP3 beside it may fail without harm. When the disk is full, the
    MP3 makes room first. What still does not fit is kept in memory, up to two minutes, and tried again at
    each `append` and at `finish`.
    """

    def __init__(
        self, folder: Path, turn: TurnId, make_mp3: bool, disk: Disk, clock: Callable[[], float]
    ) -> None:
        self._folder, self._turn, self._disk, self._clock = folder, turn, disk, clock
        self._path = folder / f"{turn}.pcm"
        self._unwritten = bytearray()
        self._written = self._peak = self._dropped = 0
        self._synced_at, self._is_name_synced = clock(), False
        self._descriptor = self._create()
        self._encoder = self._start_encoder() if make_mp3 else None

    @property
    def frames(self) -> Frames:
        """Count what is on disk."""
        return Frames(self._written // BYTES_PER_FRAME)

    def append(self, pcm: Pcm) -> None:
        """Put sound on disk; it survives the death of the process as soon as this returns."""
        self._peak = max(self._peak, peak_of(pcm))
        self._unwritten += pcm
        try:
            self._write_out()
            self._sync_when_due()
        except OSError as error:
            self._drop_encoder()  # it would lack this piece
            self._limit_memory()
            raise disk_trouble(error, self._folder, self.frames) from error
        self._encode(pcm)

    def finish(self, preroll: Frames, lost: Frames) -> Clip:
        """Close the recording and describe it."""
        try:
            self._write_out()
        except OSError:
            pass  # it was reported when it happened; now the clip says what is missing
        appended = (self._written + len(self._unwritten) + self._dropped) // BYTES_PER_FRAME
        missing = appended - self.frames
        self._close_recording()
        facts = Facts(True, preroll, lost + missing, dbfs(self._peak), self._finish_encoder())
        try:
            write_facts(self._path, facts)
        except OSError:
            pass  # without them the recording counts as broken off, and is offered again
        upload = self._path.with_suffix(".mp3") if facts.has_mp3 else None
        return Clip(
            self._turn, self._path, self.frames, upload, preroll, Frames(facts.lost_frames), facts.peak_dbfs
        )

    def discard(self) -> None:
        """Delete the recording."""
        self._drop_encoder()
        self._close_descriptor()
        delete_recording(self._path)

    def _create(self) -> int:
        try:
            ensure_private_folder(self._folder)
            descriptor = create_private(self._path)
        except OSError as error:
            raise disk_trouble(error, self._folder) from error
        lock_file(descriptor)
        return descriptor

    def _write_out(self) -> None:
        """Write all that waits; a full disk is asked a second time after the MP3 made room."""
        while self._unwritten:
            try:
                count = self._disk.write(self._descriptor, self._unwritten)
            except OSError:
                if not self._drop_encoder():
                    raise
                continue
            del self._unwritten[:count]
            self._written += count

    def _sync_when_due(self) -> None:
        """Force what is written to the disk about once a second.

        On this thread: the ring of the microphone holds longer than a slow disk takes, and a thread more
        would have to report its own failures.
        """
        now = self._clock()
        if now - self._synced_at < _SYNC_SECONDS:
            return
        self._disk.sync(self._descriptor)
        if not self._is_name_synced:
            sync_folder(self._folder)
            self._is_name_synced = True
        self._synced_at = self._clock()

    def _limit_memory(self) -> None:
        self._dropped += max(0, len(self._unwritten) - _MEMORY_BYTES)
        del self._unwritten[_MEMORY_BYTES:]

    def _start_encoder(self) -> Mp3Encoder | None:
        try:
            return Mp3Encoder(self._path.with_suffix(".mp3"))
        except EncodingFailed:
            return None

    def _encode(self, pcm: Pcm) -> None:
        if self._encoder is not None:
            try:
                self._encoder.append(pcm)
            except EncodingFailed:
                self._drop_encoder()

    def _finish_encoder(self) -> bool:
        """Complete the MP3; tell whether there is one."""
        if self._encoder is None:
            return False
        try:
            self._encoder.finish()
        except EncodingFailed:
            return not self._drop_encoder()
        return True

    def _drop_encoder(self) -> bool:
        """Give the MP3 up; tell whether there was one."""
        if self._encoder is None:
            return False
        self._encoder.abandon()
        self._encoder = None
        return True

    def _close_recording(self) -> None:
        """Cut off half a sample and close the file.

        Without a last sync: somebody waits for the answer, and a power cut costs the last second at most.
        """
        try:
            os.ftruncate(self._descriptor, self.frames * BYTES_PER_FRAME)
        except OSError:
            pass  # a reader leaves half a sample out
        self._close_descriptor()

    def _close_descriptor(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def disk_trouble(error: OSError, folder: Path, kept: Frames = NO_FRAMES) -> Trouble:
    """Say why a recording cannot be written, and how much of it is kept."""
    where = {"reason": reason_of(error), "folder": str(folder)}
    if not kept:
        return trouble(Kind.RECORDING_NOT_BEGUN, str(error), **where)
    seconds = str(milliseconds_of(kept) // 1000)
    if error.errno == errno.ENOSPC:
        return trouble(Kind.DISK_FULL, str(error), seconds=seconds)
    return trouble(Kind.DISK_FAILED, str(error), seconds=seconds, **where)


def delete_recording(recording: Path) -> None:
    """Delete a recording with all that belongs to it; an absent one is fine."""
    try:
        for path in (recording, *files_beside(recording)):
            path.unlink(missing_ok=True)
    except OSError as error:
        folder = str(recording.parent)
        raise trouble(
            Kind.RECORDING_NOT_DELETED, str(error), reason=reason_of(error), folder=folder
        ) from error
