"""Count a chat in tokens, in the shape in which the service reports them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChatUsage:
    """The tokens of one chat request, sound and text apart."""

    prompt_audio: int
    prompt_text: int
    answer_audio: int
    answer_text: int

    def body(self) -> dict[str, object]:
        """Build the `usage` object; sound and text add up on each side."""
        prompt, answer = self.prompt_audio + self.prompt_text, self.answer_audio + self.answer_text
        return {
            "prompt_tokens": prompt,
            "completion_tokens": answer,
            "total_tokens": prompt + answer,
            "prompt_tokens_details": {
                "cached_tokens": 0,
                "audio_tokens": self.prompt_audio,
                "text_tokens": self.prompt_text,
                "image_tokens": 0,
            },
            "completion_tokens_details": {
                "reasoning_tokens": 0,
                "audio_tokens": self.answer_audio,
                "accepted_prediction_tokens": 0,
                "rejected_prediction_tokens": 0,
                "text_tokens": self.answer_text,
            },
        }
