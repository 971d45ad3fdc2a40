"""Where there is no screen the conversation goes on in the terminal."""

from tests.cli.conftest import Program, Serve, variables_for
from voicedesk.practice.options import Script

AT_ONCE = Script(first_token_ms=0, pace=0)


def test_piped_questions_are_answered_one_after_the_other(program: Program, serve: Serve) -> None:
    ended = program.run(typed="first one\nsecond one\n", variables=variables_for(serve(AT_ONCE)))
    assert ended.status == 0
    assert [line.rpartition(": ")[2] for line in ended.stdout.splitlines()] == ["“first one”", "“second one”"]
    assert ended.complaints[0] == "voicedesk: There is no screen here; VoiceDesk goes on in the terminal."


def test_no_question_is_no_failure(program: Program, serve: Serve) -> None:
    ended = program.run(variables=variables_for(serve(AT_ONCE)))
    assert (ended.status, ended.stdout) == (0, "")
