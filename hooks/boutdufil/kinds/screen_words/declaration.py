"""What ``mots-d-ecran.yml`` declares."""

from __future__ import annotations

from boutdufil.kinds.screen_words.values import LANGUAGES, ScreenWord, ScreenWords
from boutdufil.source.collection import Key, ListOf, Record
from boutdufil.source.shape import Text

SCREEN_WORDS_FILE = "mots-d-ecran.yml"
_LONGEST = 60

SCREEN_WORDS = Record(
    ScreenWords,
    (
        Key(
            "mots",
            "words",
            ListOf(
                Record(
                    ScreenWord,
                    (
                        Key(
                            "fr",
                            "french",
                            Text(_LONGEST),
                            meaning="le mot, comme on le lit en français",
                            example="fr: Objet",
                        ),
                        *(
                            Key(
                                tag,
                                tag,
                                Text(_LONGEST),
                                required=tag == "en",
                                meaning=f"le même mot sur un appareil en {name}",
                                example="en: Subject" if tag == "en" else "",
                            )
                            for tag, name in LANGUAGES.items()
                        ),
                    ),
                ),
                0,
                400,
            ),
            meaning="les mots des écrans",
            example="mots:\n  - fr: Objet\n    en: Subject",
        ),
    ),
)
