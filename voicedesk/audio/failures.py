"""Translate what PortAudio reports into problems a person can understand."""

from enum import Enum

from voicedesk.core.problems import Kind, Problem, Trouble

_UNANTICIPATED_HOST_ERROR = -9999
_INVALID_CHANNEL_COUNT = -9998
_INVALID_SAMPLE_RATE = -9997
_INVALID_DEVICE = -9996
_SAMPLE_FORMAT_NOT_SUPPORTED = -9994
_BAD_IO_DEVICE_COMBINATION = -9993
_DEVICE_UNAVAILABLE = -9985

_FORMAT_CODES = {_INVALID_CHANNEL_COUNT, _INVALID_SAMPLE_RATE, _SAMPLE_FORMAT_NOT_SUPPORTED}
_NO_DEVICE_CODES = {-1, _INVALID_DEVICE, _BAD_IO_DEVICE_COMBINATION}

# Codes of the systems below PortAudio: negative errno of ALSA, HRESULT of WASAPI as a signed number.
_BUSY_HOST_CODES = {-16, -2004287478}
_DENIED_HOST_CODES = {-1, -13, -2147024891}
_NO_DEVICE_HOST_CODES = {-2, -5, -6, -19, -111, -2004287484}


class Direction(Enum):
    """Which way sound flows through a device, seen from the program."""

    INPUT = "input"
    OUTPUT = "output"


_STANDSTILL = {Direction.INPUT: Kind.MICROPHONE_STALLED, Direction.OUTPUT: Kind.LOUDSPEAKER_SILENT}
_NO_DEVICE = {Direction.INPUT: Kind.NO_MICROPHONE, Direction.OUTPUT: Kind.NO_LOUDSPEAKER}


def no_device(direction: Direction, detail: str = "") -> Trouble:
    """Say that there is nothing to record from or to play to."""
    return Trouble(Problem(_NO_DEVICE[direction], detail=detail))


def missing_library(direction: Direction, error: Exception) -> Trouble:
    """Say that PortAudio itself is not installed, or refuses to start as it does below a broken ALSA."""
    return no_device(direction, f"The PortAudio library could not be loaded: {error}")


def standstill(direction: Direction) -> Problem:
    """Say that a device was opened but moves no sound."""
    return Problem(_STANDSTILL[direction])


def is_format_refusal(error: Exception) -> bool:
    """Tell whether another rate or number of channels may work."""
    return _code(error) in _FORMAT_CODES


def problem_of(error: Exception, direction: Direction, device: str) -> Problem:
    """Say why a device could not be opened."""
    if direction is Direction.OUTPUT:
        return Problem(_NO_DEVICE[direction], detail=str(error))
    return Problem(_input_kind(_code(error), _host_code(error)), {"device": device}, str(error))


def _input_kind(code: int, host_code: int) -> Kind:
    if code in _NO_DEVICE_CODES:
        return Kind.NO_MICROPHONE
    if code == _DEVICE_UNAVAILABLE or host_code in _BUSY_HOST_CODES:
        return Kind.MICROPHONE_BUSY
    if code == _UNANTICIPATED_HOST_ERROR and host_code in _DENIED_HOST_CODES:
        return Kind.MICROPHONE_DENIED
    if code == _UNANTICIPATED_HOST_ERROR and host_code in _NO_DEVICE_HOST_CODES:
        return Kind.NO_MICROPHONE
    return Kind.MICROPHONE_UNUSABLE


def _code(error: Exception) -> int:
    """Read the PortAudio code; sounddevice leaves it out when it finds no device at all."""
    return error.args[1] if len(error.args) > 1 else -1


def _host_code(error: Exception) -> int:
    return error.args[2][1] if len(error.args) > 2 else 0
