"""Lend the private screen, the private sound server and the running program to the tests of this folder."""

from tests.desktop.program import start_program
from tests.desktop.screen import screen, start_screen
from tests.desktop.screen_reader import start_reader
from tests.desktop.sound import sound_server, start_sound_server

__all__ = ["screen", "sound_server", "start_program", "start_reader", "start_screen", "start_sound_server"]
