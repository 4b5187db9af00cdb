"""What a person may type in the page that proposes a tutorial: anything, everywhere."""

from __future__ import annotations

from hypothesis import strategies as st

from boutdufil.markup.answers import DEEPEST

PIECES = st.sampled_from(
    [
        *(" : ", ": ", "# ", " #", "## ", "### ", "- ", "-", "---", "* ", "+ ", "1. ", "2) ", "> "),
        *("/// ", "/// dire", "///", "//// appareil | mac", "//", "| a | b |", "|", "[x] ", "[ ] "),
        *("**", "**gras**", "*", "_", "__a__", "`", "```", "~~~", "\\", "{", "}", "{a|b}", "{a/b}"),
        *("{Appuyez|Cliquez}", "<b>", "</p>", "<!--", "<https://a.fr>", "![i](j)", "[l](x.md)"),
        *("[l]: x", "https://www.cnil.fr/a_b", "http://a", "javascript:x", "&amp;", "&#47;", "&"),
        *("« ", " »", "«", "»", "“", '"', "'", "’", "%", "@", "!", "?", "...", "…", "=", "$", "^"),
        *(
            "\t",
            "\u00a0",
            "\u202f",
            "\u200b",
            "\u2028",
            "\x00",
            "\x0c",
            "\x85",
            "\ufeff",
            "e\u0301",
        ),
        *(
            "true",
            "null",
            "12:30",
            "&a",
            "*a",
            "- - -",
            "***",
            "===",
            "é",
            "œ",
            "👵",
            "😀",
            "Étapes",
        ),
        *("mot", "anticonstitutionnellement" * 4, "J’ouvre", "   ", "    code", "&lt;", "a@b.fr"),
    ]
)
TYPED = st.lists(PIECES | st.text(max_size=3), min_size=1, max_size=7).map("".join)
ONE_LINE = TYPED.map(lambda text: text.replace("\n", " "))
WHATEVER = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | TYPED
LINES = st.lists(TYPED, max_size=4).map("\n".join)
WORDED = st.builds(
    lambda text, word: f"{text}{word}", ONE_LINE, st.sampled_from(["a", "Oui", " x."])
)
SHORT = WORDED.map(lambda text: text[-60:])
SOME_DEVICES = st.lists(st.sampled_from(["android", "iphone", "ordinateur"]), unique=True)
ADDRESS = st.sampled_from(
    ["https://www.cnil.fr/", "https://a.fr", "https://a.fr/x?y=#z", "https://a.fr:8/b:"]
)


def many(strategy: st.SearchStrategy[object], least: int, most: int) -> st.SearchStrategy[object]:
    return st.lists(strategy, min_size=least, max_size=most)


GESTURE = "ouvrir-les-reglages"


def step_of(key: str) -> str:
    """Return the place that a step is, by its key."""
    return f"etape:{key}"


KEYS = ("k0", "k1")
LEADS = st.sampled_from(
    [
        *("", "", "fin", f"geste:{GESTURE}", step_of(KEYS[0])),
        "fiche:101:cyber-hygiene/message-suspect",
    ]
)
TROUBLES = many(
    st.fixed_dictionaries(
        {"situation": WORDED, "texte": LINES, "mots": WORDED, "autrement": LINES}
    ),
    0,
    2,
)


def replies(depth: int, least: int) -> st.SearchStrategy[object]:
    """Return answers, some with a question after them, as deep as an author may go."""
    follow_up = st.fixed_dictionaries(
        {
            "question": WORDED,
            "autrement": st.just("") | WORDED,
            "reponses": replies(depth + 1, 2) if depth < DEEPEST else st.just([]),
        }
    )
    follows = st.just([]) | many(follow_up, 1, 1) if depth < DEEPEST else st.just([])
    fields = {"reponse": WORDED, "mots": WORDED, "vers": LEADS, "suite": follows}
    return many(st.fixed_dictionaries(fields), least, 3 if depth == 0 else 2)


SAID = st.fixed_dictionaries(
    {"sorte": st.just("dire"), "texte": LINES, "appareils": SOME_DEVICES, "autrement": LINES}
)
ASKED = st.fixed_dictionaries(
    {
        "sorte": st.just("demander"),
        "question": WORDED,
        "autrement": LINES,
        "reponses": replies(0, 2),
    }
)
PROVEN = st.fixed_dictionaries(
    {
        "sorte": st.just("preuve"),
        "question": WORDED,
        "autrement": LINES,
        "reussite": WORDED,
        "mots": WORDED,
        "reponses": replies(0, 1),
    }
)
CALLED = st.just({"sorte": "geste", "geste": GESTURE})
START = st.fixed_dictionaries(
    {
        "etat": WORDED,
        "texte": LINES,
        "mots": LINES,
        "geste": st.sampled_from(["", GESTURE]),
        "autrement": LINES,
    }
)
STEP = st.fixed_dictionaries(
    {
        "titre": WORDED,
        "texte": LINES,
        "depart": many(START, 0, 1),
        "fil": many(SAID | ASKED | PROVEN | CALLED, 0, 3),
        "soucis": TROUBLES,
        "arrets": TROUBLES,
        "ecrans": many(
            st.fixed_dictionaries(
                {
                    "legende": st.just("Un message"),
                    "dessin": st.just("  cadre: telephone\n\n  corps:\n    - texte: Bonjour\n"),
                }
            ),
            0,
            1,
        ),
    }
)
STEPS = st.lists(STEP, min_size=1, max_size=2).map(
    lambda steps: [{**step, "cle": key} for step, key in zip(steps, KEYS, strict=False)]
)
QUIZ = st.fixed_dictionaries(
    {
        "question": WORDED,
        "options": many(st.fixed_dictionaries({"texte": WORDED, "juste": st.just(True)}), 2, 3),
        "explication": WORDED,
    }
)
ANSWERS = st.fixed_dictionaries(
    {
        "titre": SHORT,
        "resume": SHORT,
        "theme": st.sampled_from(["cyber-hygiene", "messagerie"]),
        "publics": st.just(["seniors", "tpe"]),
        "niveau": st.sampled_from(["1", "2", "3"]),
        "appareils": SOME_DEVICES,
        "appels": many(st.fixed_dictionaries({"phrase": WORDED}), 2, 3),
        "recap": st.text(alphabet="abé ’:#'\"-«»?!.{}[]|>&*œ€\n", max_size=80).map("J’".__add__),
        "sources": many(st.fixed_dictionaries({"nom": SHORT, "url": ADDRESS}), 1, 2),
        "relu_le": st.just("2024-02-29"),
        "introduction": LINES,
        "avant": LINES,
        "etapes": STEPS,
        "questions": many(QUIZ, 0, 1),
        "raconter": LINES,
        "choisir": LINES,
        "plusloin": LINES,
    }
)
