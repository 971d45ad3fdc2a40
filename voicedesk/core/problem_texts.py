"""Say in plain words what happened, what is safe and what to do, for every kind of problem.

The English sentences are the source texts for translation. Braces name the values of the problem.
"""

from collections.abc import Callable
from dataclasses import dataclass

from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Action, Kind, Problem

Translate = Callable[[str], str]
"""Turn an English source text into the reader's language."""

_PHRASES = frozenset(Phrase)
_WIDE_STOPS = ("。", "？", "」", "）")


def untranslated(text: str) -> str:
    """Leave a source text as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Words:
    """What a person reads about a problem: what happened, then what is safe and what to do."""

    title: str
    advice: str
    action: Action = Action.NONE


WORDS: dict[Kind, Words] = {
    Kind.OFFLINE: Words(
        "{host} cannot be found.",
        "Nothing is lost. Check the internet connection, then try again.",
        Action.REPEAT,
    ),
    Kind.UNREACHABLE: Words(
        "{host} cannot be reached.",
        "Nothing is lost, and nothing was sent. Check the internet connection, then try again.",
        Action.REPEAT,
    ),
    Kind.REFUSED: Words(
        "{host} refused the connection.",
        "Nothing is lost. Try again in a moment, or check the base URL.",
        Action.REPEAT,
    ),
    Kind.CONNECTION_LOST: Words(
        "The connection was lost.",
        "Everything up to now is kept. Try again.",
        Action.REPEAT,
    ),
    Kind.INSECURE: Words(
        "The connection to {host} is not secure: {reason}.",
        "Nothing was sent. Check the date of this computer ({clock}) and the network you are on.",
        Action.REPEAT,
    ),
    Kind.NOT_TLS: Words(
        "{host} did not answer with a secure connection.",
        "Nothing was sent. Check the base URL and the network you are on.",
        Action.REPEAT,
    ),
    Kind.PROXY_SILENT: Words(
        "The proxy {proxy} does not answer.",
        "Nothing is lost. The proxy is set by {variable}. Check it, then try again.",
        Action.REPEAT,
    ),
    Kind.PROXY_PASSWORD: Words(
        "The proxy {proxy} wants a password.",
        "Nothing is lost. Put the name and password into {variable}, then start again.",
        Action.REPEAT,
    ),
    Kind.SIGN_IN_PAGE: Words(
        "A web page answered instead of the service.",
        "Nothing is lost. On a hotel or guest network, sign in first; otherwise check the base URL.",
        Action.REPEAT,
    ),
    Kind.REDIRECTED: Words(
        "The service pointed to another address ({host}), which was not followed.",
        "Nothing is lost, and nothing was sent there. Check the base URL.",
        Action.REPEAT,
    ),
    Kind.STALLED: Words(
        "The service sent nothing for {seconds} s.",
        "Everything up to now is kept. Try again; it may be charged again.",
        Action.REPEAT,
    ),
    Kind.NO_ANSWER: Words(
        "The service did not answer for {seconds} s.",
        "Nothing is lost. Try again; it may be charged again.",
        Action.REPEAT,
    ),
    Kind.UPLOAD_STALLED: Words(
        "Sending got stuck.",
        "Nothing is lost. Check the connection, then try again.",
        Action.REPEAT,
    ),
    Kind.REJECTED: Words(
        "The service rejected the request: “{message}”.",
        "Nothing is lost. Change the request or the settings, then try again.",
        Action.REPEAT,
    ),
    Kind.KEY_REFUSED: Words(
        "The key was not accepted.",
        "Nothing is lost, and the stored key is kept. Check the key at CometAPI or enter another one.",
        Action.ENTER_KEY,
    ),
    Kind.CREDIT_USED_UP: Words(
        "The credit at CometAPI is used up.",
        "Nothing is lost. Look at the balance of the account and at the limit of this key.",
        Action.REPEAT,
    ),
    Kind.NOT_ALLOWED: Words(
        "This key may not use {model}.",
        "Nothing is lost. Choose another model, or allow this one for the key at CometAPI.",
        Action.CHOOSE_MODEL,
    ),
    Kind.MODEL_MISSING: Words(
        "{model} is not offered here.",
        "Nothing is lost. Choose another model.",
        Action.CHOOSE_MODEL,
    ),
    Kind.RECORDING_TOO_LARGE: Words(
        "The recording is too large for one request.",
        "It is kept. Send it as MP3, or transcribe it in pieces with “voicedesk transcribe”.",
        Action.REPEAT,
    ),
    Kind.FORMAT_REFUSED: Words(
        "The service did not accept the sound format.",
        "Your recording is kept. Set the upload format to WAV, then try again.",
        Action.REPEAT,
    ),
    Kind.BUSY: Words(
        "The service is busy.",
        "Nothing is lost. Try again {when}.",
        Action.REPEAT,
    ),
    Kind.ASKED_AGAIN: Words(
        "The service is busy and is asked again in {seconds} s.",
        "Nothing is lost. This is wait {attempt}; Stop ends it.",
    ),
    Kind.SERVICE_TROUBLE: Words(
        "The service has trouble ({status}).",
        "Nothing is lost. Try again in a moment; it may be charged again.",
        Action.REPEAT,
    ),
    Kind.GATEWAY_TIMEOUT: Words(
        "The service took too long to answer ({status}).",
        "Nothing is lost. Try again; it may be charged again.",
        Action.REPEAT,
    ),
    Kind.WRONG_ADDRESS: Words(
        "There is no such service at {host}.",
        "Nothing is lost. Check the base URL; it usually ends in /v1.",
        Action.REPEAT,
    ),
    Kind.AUDIO_EXPIRED: Words(
        "The service no longer knows the sound of an earlier answer.",
        "Nothing is lost: the conversation can be sent as text. Try again.",
        Action.REPEAT,
    ),
    Kind.CONVERSATION_TOO_LONG: Words(
        "The conversation is too long for {model}.",
        "Everything is kept. Start a new conversation and ask again there.",
    ),
    Kind.CUT_OFF: Words(
        "The answer was cut off.",
        "The part received is kept. Ask it to go on, or repeat the turn; it may be charged again.",
        Action.REPEAT,
    ),
    Kind.EMPTY_ANSWER: Words(
        "The service sent an empty answer.",
        "Nothing is lost. Try again; it may be charged again.",
        Action.REPEAT,
    ),
    Kind.UNREADABLE: Words(
        "The service sent something unreadable.",
        "Everything up to now is kept. Try again; it may be charged again.",
        Action.REPEAT,
    ),
    Kind.COMPRESSED: Words(
        "The service sent a compressed answer, which is refused for safety.",
        "Nothing is lost. Check the base URL and any proxy on the way.",
        Action.REPEAT,
    ),
    Kind.TOO_LARGE: Words(
        "The answer is too large.",
        "Everything up to now is kept. Ask for a shorter answer.",
        Action.REPEAT,
    ),
    Kind.LENGTH_LIMIT: Words(
        "The answer reached the length limit.",
        "What was received is kept. Say “go on” to hear the rest.",
    ),
    Kind.FILTERED: Words(
        "The service's filter stopped the answer.",
        "What was received is kept. Ask in another way.",
    ),
    Kind.SOUND_DAMAGED: Words(
        "Part of the sound was damaged and is left out.",
        "The text is complete. Repeat the turn to hear it whole; it may be charged again.",
        Action.REPEAT,
    ),
    Kind.NOT_VOICED: Words(
        "The answer came as text and could not be spoken.",
        "The text is kept and can be read. Check the voice model in the settings.",
    ),
    Kind.WORDS_MISSING: Words(
        "Your own words could not be written down.",
        "Your recording is kept, and the answer is not affected.",
    ),
    Kind.NO_MICROPHONE: Words(
        "No microphone was found.",
        "You can type instead. Connect a microphone, then try again.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.MICROPHONE_LOST: Words(
        "The microphone was removed.",
        "{seconds} s of your recording are kept.",
        Action.SEND_RECORDING,
    ),
    Kind.MICROPHONE_MOVED: Words(
        "The system switched to another sound source ({source}), so recording stopped.",
        "{seconds} s of your recording are kept.",
        Action.SEND_RECORDING,
    ),
    Kind.MICROPHONE_STALLED: Words(
        "The microphone stopped sending sound.",
        "{seconds} s of your recording are kept.",
        Action.SEND_RECORDING,
    ),
    Kind.MICROPHONE_HANGS: Words(
        "The microphone does not answer.",
        "What was recorded so far is kept, and you can type. If this lasts, plug the microphone in again or "
        "restart VoiceDesk.",
    ),
    Kind.MICROPHONE_DENIED: Words(
        "VoiceDesk may not use the microphone.",
        "You can type instead. Allow the microphone for VoiceDesk in the privacy settings of this computer.",
        Action.CHECK_MACHINE,
    ),
    Kind.MICROPHONE_BUSY: Words(
        "The microphone is in use by another program.",
        "You can type instead. Close the other program, then try again.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.MICROPHONE_UNUSABLE: Words(
        "The microphone {device} cannot be used.",
        "You can type instead. Choose another microphone.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.MICROPHONE_ABSENT: Words(
        "The microphone {device} is not connected.",
        "You can type instead. Connect it, or choose another microphone.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.MICROPHONE_REPLACED: Words(
        "The system’s microphone is used instead of {device}.",
        "{device} is not connected. It is used again as soon as it is back.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.NOTHING_HEARD: Words(
        "Nothing is heard from the microphone.",
        "The recording is kept and nothing was sent. Is the microphone muted?",
        Action.SEND_RECORDING,
    ),
    Kind.MICROPHONE_SILENT: Words(
        "Nothing is heard from this microphone.",
        "Nothing was kept of the check. Is the microphone muted? Choose another one, then check again.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.CHECK_BROKEN: Words(
        "The check of the microphone broke off.",
        "Nothing was kept of it. Connect the microphone again or choose another one, then check again.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.TOO_QUIET: Words(
        "The recording is very quiet.", "It was sent all the same. Move closer, or raise the level."
    ),
    Kind.TOO_LOUD: Words(
        "The recording is too loud.", "It was sent all the same. Lower the level of the microphone."
    ),
    Kind.SOUND_GAPS: Words(
        "{milliseconds} ms of the recording are missing.",
        "The rest is kept. The computer was too busy to record all of it.",
    ),
    Kind.TOO_SHORT: Words("Hold to talk.", "Keep the button or the Space key down while you speak."),
    Kind.TOO_LONG: Words(
        "The recording reached its longest time ({minutes} min).",
        "It is kept and was stopped there.",
        Action.SEND_RECORDING,
    ),
    Kind.RECORDING_NOT_BEGUN: Words(
        "Recording cannot begin ({reason}).",
        "Nothing was recorded. Free some space or check {folder}, then talk again.",
        Action.CHECK_MACHINE,
    ),
    Kind.DISK_FULL: Words(
        "The disk is full, so recording stopped.",
        "{seconds} s are kept. Free some space.",
        Action.SEND_RECORDING,
    ),
    Kind.DISK_FAILED: Words(
        "The recording could not be written ({reason}).",
        "{seconds} s are kept. Check {folder}.",
        Action.SEND_RECORDING,
    ),
    Kind.RECORDING_MISSING: Words(
        "The recording is no longer there.",
        "The text of the conversation is kept. Speak it again.",
    ),
    Kind.RECORDING_NOT_DELETED: Words(
        "A recording could not be deleted ({reason}).",
        "It is no longer shown here. It lies in {folder}.",
    ),
    Kind.RECORDING_HALTED: Words(
        "Recording stopped because {reason}.",
        "What you said is kept and was not sent.",
        Action.SEND_RECORDING,
    ),
    Kind.ANSWER_HALTED: Words(
        "The answer stopped because {reason}.",
        "What came of it is kept. Ask again for the rest.",
        Action.REPEAT,
    ),
    Kind.RECORDING_RECOVERED: Words(
        "A recording was recovered ({length}).",
        "It was not sent. You can send it, listen to it or delete it.",
    ),
    Kind.NO_LOUDSPEAKER: Words(
        "No loudspeaker was found.",
        "The answer is shown as text, and its sound is kept. Connect a loudspeaker to hear it.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.LOUDSPEAKER_LOST: Words(
        "The loudspeaker was removed.",
        "The answer is shown as text, and its sound is kept. Play it again when a loudspeaker is there.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.LOUDSPEAKER_SILENT: Words(
        "The loudspeaker did not start.",
        "The answer is shown as text, and its sound is kept. Choose another loudspeaker, then play it again.",
        Action.CHOOSE_DEVICE,
    ),
    Kind.KEY_MISSING: Words(
        "There is no CometAPI key yet.",
        "Practice mode works without one. Add your key to talk to the service.",
        Action.ENTER_KEY,
    ),
    Kind.NO_PRACTICE: Words(
        "Practice mode could not start.",
        "Allow VoiceDesk to listen on this computer, or add your key.",
        Action.ENTER_KEY,
    ),
    Kind.KEY_UNUSABLE: Words(
        "This does not look like a key ({reason}).",
        "Nothing was stored. Copy the key again; it starts with “sk-”.",
        Action.ENTER_KEY,
    ),
    Kind.NO_KEYRING: Words(
        "No safe place for the key was found.",
        "A key that you enter is used until you quit. Unlock or install a keyring to keep it.",
        Action.CHECK_MACHINE,
    ),
    Kind.KEYRING_LOCKED: Words(
        "The keyring stayed locked.",
        "The key in it is safe. Unlock the keyring, or enter the key for this session.",
        Action.ENTER_KEY,
    ),
    Kind.KEYRING_SLOW: Words(
        "The keyring does not answer.",
        "The key in it is safe. Look for a password window, or enter the key for this session.",
        Action.ENTER_KEY,
    ),
    Kind.KEYRING_FAILED: Words(
        "The keyring reported an error.",
        "The key in it was not changed. Enter the key for this session.",
        Action.ENTER_KEY,
    ),
    Kind.KEYRING_CHANGED: Words(
        "The key was stored in {before}; this session uses {now}.",
        "Your conversations are not affected. Enter the key again.",
        Action.ENTER_KEY,
    ),
    Kind.KEY_NOT_SAVED: Words(
        "The key could not be stored.",
        "It is used until you quit. Check the keyring, then store it again.",
        Action.ENTER_KEY,
    ),
    Kind.HISTORY_NOT_SAVED: Words(
        "The conversation could not be saved ({reason}).",
        "It stays on screen and saving is tried again. Free some space or check {folder}.",
        Action.CHECK_MACHINE,
    ),
    Kind.HISTORY_DAMAGED: Words(
        "The conversation history was damaged.",
        "It was set aside as {file}, and {turns} turns were rescued. Everything new is saved.",
    ),
    Kind.HISTORY_BUSY: Words(
        "Another program holds the conversation history.",
        "The conversation stays on screen and saving is tried again. Close the other program.",
    ),
    Kind.HISTORY_NEWER: Words(
        "The conversation history was made by a newer version.",
        "It is opened for reading only. Update VoiceDesk to go on writing to it.",
    ),
    Kind.HISTORY_UNREADABLE: Words(
        "The conversation history cannot be read ({reason}).",
        "Nothing was changed. Start the window of VoiceDesk: it mends a damaged file as far as possible.",
    ),
    Kind.NOT_ALL_DELETED: Words(
        "Not everything could be deleted ({reason}).",
        "What is left lies in {folder}. Free it from other programs, then delete again.",
    ),
    Kind.PIECES_NOT_SAVED: Words(
        "The finished pieces of the transcription cannot be stored ({reason}).",
        "Free some space or check {folder}. Only pieces that are not stored are sent again.",
    ),
    Kind.SETTINGS_REPAIRED: Words(
        "Some settings could not be used: {names}.",
        "They are back to their defaults; all others are kept.",
    ),
    Kind.SETTINGS_UNREADABLE: Words(
        "The settings could not be read.",
        "The defaults are used. The old file is kept as {file}.",
    ),
    Kind.SETTINGS_NOT_SAVED: Words(
        "The settings could not be saved ({reason}).",
        "They apply until you quit. Check {folder}.",
        Action.CHECK_MACHINE,
    ),
    Kind.AUTOSTART_NOT_CHANGED: Words(
        "Starting with the session could not be changed ({reason}).",
        "Everything else works. The system’s own settings may have a list of programs that start.",
    ),
    Kind.BAD_FILE: Words("{file} cannot be used: {reason}.", "The file was not changed. Choose another one."),
    Kind.BAD_ADDRESS: Words(
        "“{address}” is not a usable base URL: {reason}.",
        "Nothing was sent. It looks like https://api.cometapi.com/v1.",
    ),
    Kind.EXPORT_FAILED: Words(
        "“{file}” could not be written ({reason}).",
        "The conversation is unchanged. Choose another name or folder.",
    ),
    Kind.EXPORT_SILENT: Words(
        "None of the sound of this conversation is kept.",
        "Its text is. Export it as text instead.",
    ),
    Kind.MONTHLY_CAP: Words(
        "This would pass your monthly cap of {cap}.",
        "Nothing was sent, and what you said or wrote is kept. About {spent} is spent this month. "
        "Raise the cap in Settings → Money to go on.",
        Action.SEE_MONEY,
    ),
    Kind.CAP_UNPRICED: Words(
        "Nobody knows what {model} costs, so your monthly cap cannot hold it.",
        "Nothing was sent, and what you said or wrote is kept. Choose another model, "
        "or turn the cap off in Settings → Money.",
        Action.SEE_MONEY,
    ),
    Kind.CAP_NEAR: Words(
        "About {spent} of your monthly cap of {cap} is spent.",
        "Everything goes on until the cap is reached. You can change it in Settings → Money.",
        Action.SEE_MONEY,
    ),
    Kind.DEAR_RECORDING: Words(
        "An answer to this recording would cost about {cost}.",
        "The recording ({length}) is kept and nothing was sent. Send it if that is what you want.",
        Action.SEND_RECORDING,
    ),
    Kind.NOT_SUMMED_UP: Words(
        "The beginning of this conversation could not be summed up.",
        "Everything stays here. Only what goes along with new questions leaves the oldest messages out.",
    ),
    Kind.CRASHED: Words(
        "Something in VoiceDesk failed.",
        "What was recorded and received is kept. Copy the details if you want to report it.",
        Action.COPY_DETAILS,
    ),
}


def title_of(problem: Problem, translate: Translate = untranslated) -> str:
    """Say what happened."""
    return _filled(WORDS[problem.kind].title, problem, translate)


def advice_for(problem: Problem, translate: Translate = untranslated) -> str:
    """Say what is safe and what to do."""
    return _filled(WORDS[problem.kind].advice, problem, translate)


def in_a_row(first: str, second: str) -> str:
    """Let two sentences follow one another: with a blank between them, but not after a full-width stop."""
    return first + ("" if first.endswith(_WIDE_STOPS) else " ") + second


def told(problem: Problem, translate: Translate = untranslated) -> str:
    """Say what happened, what is safe and what to do, in one run."""
    return in_a_row(title_of(problem, translate), advice_for(problem, translate))


def action_for(problem: Problem) -> Action:
    """Name the one action to offer with the problem."""
    return WORDS[problem.kind].action


def _filled(source: str, problem: Problem, translate: Translate) -> str:
    """Put the values in; of a phrase among them, its translation. Other texts are shown as they are."""
    plain = _Shown(problem.values)
    phrases = {name: value for name, value in problem.values.items() if value in _PHRASES}
    told = {name: translate(str(phrase)).format_map(plain) for name, phrase in phrases.items()}
    return translate(source).format_map(_Shown(plain | told))


class _Shown(dict[str, str]):
    """Show a value that nobody supplied as a dash instead of failing while reporting a failure."""

    def __missing__(self, name: str) -> str:
        return "–"
