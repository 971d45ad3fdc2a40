"""What is told about requests is what the settings make of them."""

from voicedesk.core.disclosure import Disclosure, Occasion, Part, disclosures_of
from voicedesk.core.settings import ServiceSettings, Settings, TalkSettings


def told(settings: Settings) -> dict[Occasion, Disclosure]:
    return {disclosure.occasion: disclosure for disclosure in disclosures_of(settings)}


def test_every_occasion_is_told_while_everything_is_switched_on() -> None:
    assert {*told(Settings())} == {*Occasion}


def test_what_is_switched_off_is_not_told() -> None:
    silent = told(Settings(ServiceSettings(transcribe_own_words=False)))
    assert Occasion.WRITING_DOWN not in silent


def test_the_model_that_answers_a_typed_question_depends_on_whether_it_is_spoken() -> None:
    service = ServiceSettings(talk_model="talks", text_model="writes")
    for speaks, model in ((True, "talks"), (False, "writes")):
        settings = Settings(service, talk=TalkSettings(speak_typed_answers=speaks))
        assert told(settings)[Occasion.TYPING].model == model


def test_the_sound_of_an_earlier_answer_is_only_named_where_that_is_wished() -> None:
    for reuses in (True, False):
        talking = told(Settings(ServiceSettings(reuse_answer_audio=reuses)))[Occasion.TALKING]
        assert (Part.ANSWER_NAME in talking.parts) is reuses
