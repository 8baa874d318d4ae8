"""What is known of a language, English first, wherever a room above needs it."""

from framing.language.wordshape import ACCENTS, WORD, has_letter, words_in

__all__ = ["ACCENTS", "WORD", "has_letter", "words_in"]
