"""Build the workers and wire them to each other, the same for both front ends.

Nothing heavy is imported here: each worker imports its libraries in its own thread when it starts, so that
a window can be painted before that. What a worker needs is handed to it as a function that makes it there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from voicedesk.core.commands import Command
from voicedesk.core.conversation import Clip
from voicedesk.core.cues import Cue
from voicedesk.core.events import CaptureDropped, Remarked
from voicedesk.core.export.formats import Format
from voicedesk.core.export.order import ExportOrder
from voicedesk.core.export.utterances import Placed
from voicedesk.core.health import Check
from voicedesk.core.inquiries import AutostartSeen
from voicedesk.core.options import Options
from voicedesk.core.phrases import reason_of
from voicedesk.core.problem_texts import Translate
from voicedesk.core.problems import Kind, Problem, trouble
from voicedesk.core.secret import Secret
from voicedesk.core.settings import Settings
from voicedesk.core.units import Milliseconds, Pcm, TurnId, frames_in
from voicedesk.engine.archivist import Archivist
from voicedesk.engine.bodies import Body
from voicedesk.engine.cuer import Cuer
from voicedesk.engine.examiner import Examiner
from voicedesk.engine.exporter import Exporter
from voicedesk.engine.housekeeping import Housekeeping
from voicedesk.engine.importer import Importer
from voicedesk.engine.keeper import Keeper, Wishes
from voicedesk.engine.lookout import DeviceNews, Lookout
from voicedesk.engine.muted import MutedSpeaker
from voicedesk.engine.player import Player
from voicedesk.engine.recorder import Recorder
from voicedesk.engine.router import Router
from voicedesk.engine.surveyor import Surveyor
from voicedesk.engine.turns import Turns

if TYPE_CHECKING:
    from voicedesk.api.client import CometService
    from voicedesk.api.credentials import Credentials
    from voicedesk.audio.recordings import Recordings
    from voicedesk.audio.spool import DiskSpool
    from voicedesk.engine.ports import Microphone, Speaker
    from voicedesk.practice.service import PracticeService
    from voicedesk.store.answers import Answers
    from voicedesk.store.history import History
    from voicedesk.store.inventory import Inventory
    from voicedesk.store.log import RedactingFormatter
    from voicedesk.store.places import Places
    from voicedesk.store.reader import HistoryReader
    from voicedesk.store.secrets import KeyStore
    from voicedesk.store.settings_file import SettingsFile

Post = Callable[[object], None]


class Crew:
    """Everybody who carries commands out; no method waits for a disk, a device, the network or a keyring."""

    def __init__(self, options: Options, post: Post) -> None:
        self._options = options
        self._post = post
        self._home = _Home(lambda problem: post(Remarked(problem)), options.base_url)
        self._pocket = _Pocket()
        house = Housekeeping(self._make_inventory, self._make_recordings, post)
        self._archivist = Archivist(
            self._make_history,
            self._make_answers,
            post,
            recover=self._recover,
            discard=lambda clip: self._make_spool().discard(clip),
            housekeeping=house,
            tidies=options.resumes,
        )
        self._player = Player(self._make_speaker, post)
        self._turns = Turns(self._make_service, self._player, self._archivist, post)
        self._cuer = Cuer(self._make_speaker)
        self._recorder = Recorder(_make_microphone, self._make_spool, post, sound_cue=self._cuer.sound)
        self._surveyor = Surveyor(post)
        self._lookout = Lookout(_make_device_news, post)
        self._importer = Importer(_SoundFiles(), self._make_spool, post)
        self._examiner = Examiner(self._examined, post)
        self._exporter = Exporter(self._home.reader, _ExportDesk(self._home), post)
        wishes = Wishes(options.base_url, options.practice)
        self._keeper = Keeper(
            wishes,
            self._home.settings_file,
            self._home.key_store,
            self._pocket,
            _PracticeRoom(),
            post,
            _autostart,
        )
        self._router = Router(self._recorder, self._turns, self._player, self._archivist)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Give the loops in the order to start them; they are stopped in reverse.

        Whoever stores comes first and leaves last, so that nothing that is still reported gets lost.
        """
        front = self._turns, self._player, self._recorder, self._surveyor
        rest = self._cuer, self._lookout, self._importer, self._exporter, self._examiner
        return self._archivist, self._keeper, *front, *rest

    def carry_out(self, command: Command) -> None:
        """Pass a command to whom it concerns."""
        self._router.carry_out(command)

    def level_dbfs(self) -> float:
        """Tell how loud the microphone is now."""
        return self._recorder.level_dbfs

    def voice_dbfs(self) -> float:
        """Tell how loud the answer is that is heard now."""
        return self._player.level_dbfs

    def play_cue(self, cue: Cue, device: str) -> None:
        """Sound a cue on this loudspeaker."""
        self._cuer.play(cue, device)

    def heard_ms(self) -> Milliseconds:
        """Tell how much of the answer on stage has been heard."""
        return self._player.heard_ms

    def answer_path(self, turn: TurnId) -> Path:
        """Name the file with the sound of an answer; before the folders are found, one that is not there."""
        places = self._home.known_places
        return (places.answers if places else Path()) / f"{turn}.pcm"

    def measure_peaks(self, path: Path) -> None:
        """Measure the bars that are drawn of a stored sound; `PeaksMeasured` follows."""
        self._surveyor.measure(path)

    def take_in_file(self, turn: TurnId, path: Path) -> None:
        """Make a recording with this number of a sound file; `FileProgressed` and `FileTakenIn` follow."""
        self._importer.order(turn, path)

    def leave_file(self) -> None:
        """Stop reading the file; nothing of it stays."""
        self._importer.leave()

    def export(self, order: ExportOrder) -> None:
        """Write a conversation into a file; `Exported` follows, or a remark on what went wrong."""
        self._exporter.order(order)

    def examine(self, tr: Translate, translate_problem: Translate) -> None:
        """Look at everything that the program needs; `Examined` follows after each look."""
        self._examiner.examine(tr, translate_problem)

    def device_names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name the microphones and the loudspeakers that were last seen."""
        return self._recorder.device_names, self._player.device_names

    def change_settings(self, settings: Settings) -> None:
        """Store the settings and use them."""
        self._keeper.change_settings(settings)

    def switch_autostart(self, wish: bool | None) -> None:
        """Let the system start the program or not; None only looks. `AutostartSeen` follows."""
        self._keeper.switch_autostart(wish)

    def enter_key(self, key: str) -> None:
        """Store the key and use it from now on."""
        self._keeper.enter_key(key)

    def forget_key(self) -> None:
        """Remove the key from where it is stored."""
        self._keeper.forget_key()

    def service(self) -> CometService:
        """Give a service of one's own, for commands that run no turns; not for a GUI thread."""
        return self._make_service()

    @property
    def jobs_file(self) -> Path:
        """Name the file of long transcriptions that are not finished."""
        return self._home.places.data / "jobs.db"

    def take_in(self, turn: TurnId, file: Path) -> Clip:
        """Make a recording of a sound file. Raises `Trouble` if it cannot be read; not for a GUI thread."""
        return self._importer.take_in(turn, file)

    def _make_history(self) -> History:
        from voicedesk.store.history import History

        return History(self._home.places.database)

    def _make_answers(self) -> Answers:
        from voicedesk.store.answers import Answers

        return Answers(self._home.places.answers)

    def _make_inventory(self) -> Inventory:
        from voicedesk.store.inventory import Inventory

        return Inventory(self._home.places)

    def _make_recordings(self) -> Recordings:
        from voicedesk.audio.recordings import Recordings

        return Recordings(self._home.places.recordings)

    def _make_spool(self) -> DiskSpool:
        from voicedesk.audio.spool import DiskSpool

        return DiskSpool(self._home.places.recordings)

    def _make_speaker(self) -> Speaker:
        from voicedesk.audio.speaker import PortAudioSpeaker

        return PortAudioSpeaker() if self._options.plays else MutedSpeaker()

    def _make_service(self) -> CometService:
        from voicedesk.api.client import CometService

        return self._pocket.hand_to(CometService())

    def _examined(self, tr: Translate, translate_problem: Translate) -> Iterator[Check]:
        from voicedesk.health.examination import Examination

        return Examination(self._keys, self._options.practice, tr, translate_problem).run()

    def _keys(self) -> tuple[KeyStore, str]:
        stored = self._home.settings_file().peek().service.base_url
        return self._home.key_store(), self._options.base_url or stored

    def _recover(self, knows: Callable[[TurnId], bool]) -> None:
        """Offer what was recorded and never stored, as recordings that were given up."""
        if not self._options.resumes:
            return
        for clip in self._make_spool().recovered(knows):
            self._post(CaptureDropped(clip.turn, clip))
            length = f"{clip.duration_ms // 60_000}:{clip.duration_ms // 1000 % 60:02}"
            self._post(Remarked(Problem(Kind.RECORDING_RECOVERED, {"length": length})))


def open_key_store(options: Options, remark: Callable[[Problem], None]) -> tuple[KeyStore, str]:
    """Give the store of keys and the base URL that is meant, for commands that need no crew."""
    home = _Home(remark, options.base_url)
    settings, problems = home.settings_file().load()
    for problem in problems:
        remark(problem)
    return home.key_store(), options.base_url or settings.service.base_url


def examine(
    options: Options, tr: Translate, translate_problem: Translate, remark: Callable[[Problem], None]
) -> Iterator[Check]:
    """Look at everything that the program needs, for commands that need no crew."""
    from voicedesk.health.examination import Examination

    keys = partial(open_key_store, options, remark)
    return Examination(keys, options.practice, tr, translate_problem).run()


def open_library(remark: Callable[[Problem], None]) -> tuple[HistoryReader, Exporter]:
    """Give what is stored, to be read and exported beside a running program, for commands without a crew."""
    home = _Home(remark, "")
    return home.reader(), Exporter(home.reader, _ExportDesk(home), lambda event: None)


def open_costs(remark: Callable[[Problem], None]) -> tuple[HistoryReader, int]:
    """Give what is stored, and the percent by which prices count that the service does not publish."""
    home = _Home(remark, "")
    settings, problems = home.settings_file().load()
    for problem in problems:
        remark(problem)
    return home.reader(), settings.money.estimate_percent


class _Home:
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


class _SoundFiles:
    """Read sound files by a library that is loaded with the first of them."""

    def length_of(self, path: Path) -> Milliseconds:
        """Tell how long a file plays."""
        from voicedesk.audio.files import duration_of

        return duration_of(path)

    def decode(self, path: Path) -> Iterator[Pcm]:
        """Give the sound of a file piece by piece."""
        from voicedesk.audio.files import decode

        return decode(path)


class _Pocket:
    """Hand the credentials that the keeper's thread chose to the service that the api thread makes."""

    def __init__(self) -> None:
        self._credentials: Credentials | None = None
        self._service: CometService | None = None

    def choose(self, base_url: str, key: Secret) -> None:
        """Use this key for this service from now on."""
        from voicedesk.api.credentials import Credentials

        self._credentials = Credentials(base_url, key)
        if self._service:
            self._service.use(self._credentials)

    def hand_to(self, service: CometService) -> CometService:
        """Give a service what was chosen, now and later.

        It is noted before it is given anything, so that a choice made in between reaches it twice, not never.
        """
        self._service = service
        service.use(self._credentials)
        return service


class _ExportDesk:
    """Measure and join sound, and write files, for the exporter."""

    def __init__(self, home: _Home) -> None:
        self._home = home

    def answer_path(self, turn: TurnId) -> Path:
        """Name the file with the sound of an answer."""
        return self._home.places.answers / f"{turn}.pcm"

    def length_of(self, sound: Path) -> Milliseconds | None:
        """Measure a stored sound; None if it is not there."""
        from voicedesk.audio.joining import length_of

        return length_of(sound)

    def delivered(self, target: Path, may_replace: bool) -> AbstractContextManager[Path]:
        """Give a draft to write, which becomes the target when the block ends well."""
        from voicedesk.store.delivery import delivered

        return delivered(target, may_replace)

    def write_text(self, draft: Path, text: str) -> None:
        """Write a text file."""
        from voicedesk.store.delivery import write_text

        write_text(draft, text)

    def write_sound(
        self, draft: Path, wanted: Format, timeline: Iterable[Placed], length_ms: Milliseconds
    ) -> None:
        """Join sounds into one file of this length."""
        from voicedesk.audio.joining import write_mp3, write_wav

        if wanted is Format.MP3:
            write_mp3(draft, timeline)
        else:
            write_wav(draft, timeline, frames_in(length_ms))


class _PracticeRoom:
    """Start the practice service when it is first needed."""

    def __init__(self) -> None:
        self._service: PracticeService | None = None
        self._reached: tuple[str, Secret] | None = None

    def start(self) -> tuple[str, Secret]:
        """Make it ready, once, and give its base URL and key. Raises `Trouble` if it cannot listen."""
        if self._reached is None:
            try:
                self._reached = self._open()
            except OSError as error:
                raise trouble(Kind.NO_PRACTICE, detail=str(error)) from error
        return self._reached

    def stop(self) -> None:
        """End it."""
        if self._service:
            self._service.stop()

    def _open(self) -> tuple[str, Secret]:
        from voicedesk.audio.files import decode_bytes
        from voicedesk.practice.options import PracticeOptions
        from voicedesk.practice.service import PracticeService

        self._service = PracticeService(PracticeOptions(decode=lambda sound, _: decode_bytes(sound)))
        endpoint = self._service.start()
        return endpoint.base_url, Secret(endpoint.key)


def _make_microphone() -> Microphone:
    from voicedesk.audio.microphone import PortAudioMicrophone

    return PortAudioMicrophone()


def _make_device_news() -> DeviceNews:
    from voicedesk.audio import news

    return news.DeviceNews()


def _autostart(wish: bool | None) -> AutostartSeen:
    """Ask the system, or change what it does; runs in the keeper's thread."""
    from voicedesk.system import autostart

    try:
        if wish is not None:
            autostart.turn_on(autostart.command()) if wish else autostart.turn_off()
    except OSError as fault:
        problem = Problem(Kind.AUTOSTART_NOT_CHANGED, {"reason": reason_of(fault)}, str(fault))
        return AutostartSeen(autostart.is_on(), problem)
    return AutostartSeen(autostart.is_on())
