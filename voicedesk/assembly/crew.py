"""Everybody who works for a front end, and what each needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from voicedesk.assembly.autostart import switch_autostart
from voicedesk.assembly.export_desk import ExportDesk
from voicedesk.assembly.home import Home
from voicedesk.assembly.pocket import Pocket
from voicedesk.assembly.practice_room import PracticeRoom
from voicedesk.assembly.sound import SoundFiles, make_device_news, make_microphone
from voicedesk.core.commands import Command
from voicedesk.core.conversation import Clip
from voicedesk.core.cues import Cue
from voicedesk.core.events import CaptureDropped, Remarked
from voicedesk.core.export.order import ExportOrder
from voicedesk.core.health import Check
from voicedesk.core.options import Options
from voicedesk.core.problem_texts import Translate
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import Settings
from voicedesk.core.units import Milliseconds, TurnId
from voicedesk.engine.archivist import Archivist
from voicedesk.engine.bodies import Body
from voicedesk.engine.cuer import Cuer
from voicedesk.engine.examiner import Examiner
from voicedesk.engine.exporter import Exporter
from voicedesk.engine.housekeeping import Housekeeping
from voicedesk.engine.importer import Importer
from voicedesk.engine.keeper import Keeper, Wishes
from voicedesk.engine.lookout import Lookout
from voicedesk.engine.muted import MutedSpeaker
from voicedesk.engine.player import Player
from voicedesk.engine.recorder import Recorder
from voicedesk.engine.router import Router
from voicedesk.engine.surveyor import Surveyor
from voicedesk.engine.turns import Turns

if TYPE_CHECKING:
    from voicedesk.api.client import CometService
    from voicedesk.engine.ports import Speaker
    from voicedesk.store.secrets import KeyStore

Post = Callable[[object], None]


class Crew:
    """Everybody who carries commands out; no method waits for a disk, a device, the network or a keyring."""

    def __init__(self, options: Options, post: Post) -> None:
        self._options = options
        self._post = post
        self._home = Home(lambda problem: post(Remarked(problem)), options.base_url)
        self._pocket = Pocket()
        house = Housekeeping(self._home.inventory, self._home.recordings, post)
        self._archivist = Archivist(
            self._home.history,
            self._home.answers,
            post,
            recover=self._recover,
            discard=lambda clip: self._home.spool().discard(clip),
            housekeeping=house,
            tidies=options.resumes,
        )
        self._player = Player(self._make_speaker, post)
        self._turns = Turns(self._make_service, self._player, self._archivist, post)
        self._cuer = Cuer(self._make_speaker)
        self._recorder = Recorder(make_microphone, self._home.spool, post, sound_cue=self._cuer.sound)
        self._surveyor = Surveyor(post)
        self._lookout = Lookout(make_device_news, post)
        self._importer = Importer(SoundFiles(), self._home.spool, post)
        self._examiner = Examiner(self._examined, post)
        self._exporter = Exporter(self._home.reader, ExportDesk(self._home), post)
        wishes = Wishes(options.base_url, options.practice)
        self._keeper = Keeper(
            wishes,
            self._home.settings_file,
            self._home.key_store,
            self._pocket,
            PracticeRoom(),
            post,
            switch_autostart,
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
        for clip in self._home.spool().recovered(knows):
            self._post(CaptureDropped(clip.turn, clip))
            length = f"{clip.duration_ms // 60_000}:{clip.duration_ms // 1000 % 60:02}"
            self._post(Remarked(Problem(Kind.RECORDING_RECOVERED, {"length": length})))
