"""Where everything lies that is stored."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from voicedesk.core.problems import Problem

if TYPE_CHECKING:
    from voicedesk.audio.recordings import Recordings
    from voicedesk.audio.spool import DiskSpool
    from voicedesk.store.answers import Answers
    from voicedesk.store.history import History
    from voicedesk.store.inventory import Inventory
    from voicedesk.store.log import RedactingFormatter
    from voicedesk.store.places import Places
    from voicedesk.store.reader import HistoryReader
    from voicedesk.store.secrets import KeyStore
    from voicedesk.store.settings_file import SettingsFile


class Home:
    """Find the folders once, in whichever worker comes first, and open what lies in them."""

    def __init__(self, remark: Callable[[Problem], None], named_base_url: str) -> None:
        self._remark = remark
        self._named_base_url = named_base_url
        self._lock = Lock()
        self._places: Places | None = None

    @property
    def places(self) -> Places:
        """Give the folders; the first call waits for the disk."""
        with self._lock:
            if self._places is None:
                self._places = self._find()
            return self._places

    @property
    def known_places(self) -> Places | None:
        """Give the folders if they were found already, without any wait."""
        return self._places

    def history(self) -> History:
        """Open the history for whoever writes it."""
        from voicedesk.store.history import History

        return History(self.places.database)

    def answers(self) -> Answers:
        """Open the sound of answers."""
        from voicedesk.store.answers import Answers

        return Answers(self.places.answers)

    def inventory(self) -> Inventory:
        """Open the list of everything that is stored."""
        from voicedesk.store.inventory import Inventory

        return Inventory(self.places)

    def recordings(self) -> Recordings:
        """Open the recordings that are kept."""
        from voicedesk.audio.recordings import Recordings

        return Recordings(self.places.recordings)

    def spool(self) -> DiskSpool:
        """Open where recordings are written while they are made."""
        from voicedesk.audio.spool import DiskSpool

        return DiskSpool(self.places.recordings)

    def reader(self) -> HistoryReader:
        """Open the history for reading beside whoever writes it."""
        from voicedesk.store.reader import HistoryReader

        return HistoryReader(self.places.database)

    def settings_file(self) -> SettingsFile:
        """Open the settings."""
        from voicedesk.store.settings_file import SettingsFile

        return SettingsFile(self.places.settings_file)

    def key_store(self) -> KeyStore:
        """Open the store of keys, and with it the log, which has to know every key."""
        from voicedesk.store.environment_key import keys_in
        from voicedesk.store.secrets import KeyStore

        keys = keys_in(os.environ, self._named_base_url)
        return KeyStore(self.places.keyring_note, keys, self._log.learn)

    @cached_property
    def _log(self) -> RedactingFormatter:
        from voicedesk.store.log import level_named, start_log

        return start_log(self.places.log_file, level_named(os.environ.get("VOICEDESK_LOG", "")))

    def _find(self) -> Places:
        from voicedesk.store.places import find_places

        places, problems = find_places()
        for problem in problems:
            self._remark(problem)
        return places
