"""Strange files: the model with a few words changed, by what is strange in each."""

from __future__ import annotations

from tests.conftest import MODEL_FILE

MODEL = MODEL_FILE.read_text(encoding="utf-8")


def changed(*pairs: str) -> str:
    """Return the model with some of its words replaced."""
    text = MODEL
    for written, instead in zip(pairs[::2], pairs[1::2], strict=True):
        assert text.count(written) == 1, written
        text = text.replace(written, instead)
    return text


TITLE = "titre: Je vérifie un message\n"
SUMMARY = "resume: J’ai reçu un message. Je regarde s’il est dangereux.\n"
STEP = "Je lis le message en entier.\n"
SAY = "/// dire\n"
ANSWERS = "- **Oui** : « Bien. »\n- **Non** : « Encore. »\n"
FOLLOWED = (
    "- **Oui** : « Bien. » [fin](fin:)\n- **Non** :\n    - *Et là ?*\n    - *Ici ?*\n"
    "    - **Oui** : « Bien. »\n    - **Non** : « Encore. »\n"
)
TOO_FAR = "".join(
    f"{'    ' * depth}- *Et ?*\n{'    ' * depth}- **Non** :\n" for depth in range(2, 6)
)
LED = "- **Oui** : [là](#nulle-part) [ici](#etape-9)\n- **Non** : [x](geste:rien) [y](fin:)\n"
STRANGE = {
    "an accented key": changed("resume: J", "résumé: J"),
    "an accented key more": changed(TITLE, f"{TITLE}détail: Rien\n"),
    "a key in another script": changed(TITLE, f"{TITLE}заголовок: Rien\n"),
    "a key in capitals": changed("titre: J", "Titre: J"),
    "a key of two words": changed(TITLE, f"{TITLE}mon titre: Rien\n"),
    "a quoted key": changed("titre: J", '"titre": J'),
    "a space before the colon": changed("titre: J", "titre : J"),
    "a no-break space before the colon": changed("titre: J", "titre\u00a0: J"),
    "a no-break space after a dash": changed("  - Ma banque", "  -\u00a0Ma banque"),
    "a no-break space in a heading": changed("## Étapes", "##\u00a0Étapes"),
    "a narrow one in a section": changed("compris ?", "compris\u202f?"),
    "a no-break space in a block": changed(SAY, "///\u00a0dire\n"),
    "no-break spaces around a bar": changed("sinon | Je", "sinon\u00a0|\u00a0Je"),
    "a line separator in the title": changed("un message\nresume", "un\u2028message\nresume"),
    "a line separator in the body": changed(STEP, "Je lis.\u2028<b>Puis</b> je note.\n"),
    "a line separator before a block": changed(SAY, "Un mot.\u2028/// dire\n"),
    "a line separator in an argument": changed("ne comprends pas\n", "ne\u2028comprends pas\n"),
    "a next line sign": changed(STEP, "Je lis.\x85### Puis\n"),
    "a form feed": changed(STEP, "Je lis.\x0c/// dire\n"),
    "a line separator at the fence": changed("2026-01-15\n---\n", "2026-01-15\n---\u2028\n"),
    "blank lines first": f"\n \n{MODEL}",
    "a zero-width space first": f"\u200b{MODEL}",
    "a comment": changed(TITLE, f"# mon titre\n{TITLE}"),
    "a comment after a date": changed("2026-01-15", "2026-01-15 # hier"),
    "a quoted date": changed("2026-01-15", '"2026-01-15"'),
    "a short date": changed("2026-01-15", "2026-1-5"),
    "a date in the year 99": changed("2026-01-15", "0099-01-05"),
    "a quoted address": changed("https://www.cyber", "'https://www.cyber", "fr/\n", "fr/'\n"),
    "an address in capitals": changed("https://www.cyber", "HTTPS://www.cyber"),
    "an address with an accent": changed("https://www.cyber", "https://été.рф/cyber"),
    "an address with a name": changed("https://www.cyber", "https://moi@www.cyber"),
    "sources at the margin": changed("  - nom:", "- nom:", "    url:", "  url:"),
    "a source in braces": changed(
        "  - nom: Cybermalveillance.gouv.fr\n    url: https://www.cybermalveillance.gouv.fr/\n",
        "  - {nom: CNIL, url: https://www.cnil.fr/}\n",
    ),
    "calls in brackets": changed(
        "\n  - J’ai reçu un message bizarre\n  - Ma banque veut mon code", " [Un mot, Un autre]"
    ),
    "a folded summary": changed("resume: J", "resume: >\n  J"),
    "a colon and a link in a folded message": changed(
        "recap: J’attends, je vérifie, je signale.", "recap: >-\n  Un SMS : www.a.fr\n  # fin"
    ),
    "a summary on the next line": changed("resume: J", "resume:\n  J"),
    "a long one there": changed("resume: J", f"resume:\n  {'a' * 201}J"),
    "a long folded one": changed("resume: J", f"resume: >-\n  {'a' * 201}J"),
    "a summary with escapes": changed(SUMMARY, f'resume: "{chr(92)}"{"é" * 197}{chr(92)}" x"\n'),
    "a summary with unusual escapes": changed(SUMMARY, f'resume: "{chr(92)}u00e9{"é" * 195}x"\n'),
    "quotes within quotes": changed(SUMMARY, f"resume: '{'é' * 196}'' x'\n"),
    "an empty quoted title": changed(TITLE, 'titre: ""\n'),
    "dots for a title": changed(TITLE, "titre: …\n"),
    "an anchor": changed(TITLE, "titre: &a Je lis\n"),
    "a tab": changed(TITLE, "titre:\tJe lis\n"),
    "an unclosed bracket": changed("[seniors]", "[seniors"),
    "a front matter in braces": f"---\n{{titre: Je lis}}\n---\n{MODEL.split('---')[2]}",
    "text before the end": changed(TITLE, f"{TITLE}## Étapes\n"),
    "an accented block": changed(SAY, "/// écran\n"),
    "a block in capitals": changed(SAY, "/// DIRE\n"),
    "a block in Greek": changed(SAY, "/// λέγω\n"),
    "a block in Chinese": changed(SAY, "/// 说\n"),
    "a block called as an object is": changed(SAY, "/// constructor\n"),
    "a key called as an object is": changed(TITLE, f"{TITLE}constructor: Rien\n"),
    "two slashes": changed(SAY, "// dire\n"),
    "a quoted block": changed(SAY, "> /// dire\n"),
    "an address alone": changed(STEP, "//exemple.fr\n"),
    "code with a block": changed(STEP, "```\n/// dire\n<b>\n```\n"),
    "code of two words": changed(STEP, "```a b\n/// dire\n```\n"),
    "code that is not": changed(STEP, "```a``` et <b>\n"),
    "code within a block": changed("Lisez le message.\n", "~~~\n///\n~~~\n"),
    "code left open": changed(STEP, "~~~\nJe lis.\n"),
    "a tag in code": changed(STEP, "Je lis `<b>` en entier.\n"),
    "a heading in a block": changed("Lisez le message.\n", "### Non\n"),
    "a heading in a wrong block": changed("/// dire\nLisez le message.\n", "/// dir\n## Non\n"),
    "seven hashes": changed(STEP, "####### Non\n"),
    "what one dials": changed(STEP, "#31#\n"),
    "hashes at the end": changed("## Étapes", "## Étapes ##"),
    "a heading away from the margin": changed("## Étapes", "   ## Étapes"),
    "an untitled step": changed("### Je lis le message", "###"),
    "a page title": changed(STEP, "# Non\n"),
    "steps twice": changed("## J’ai", "## Étapes\n\n## J’ai"),
    "four spaces in a block": changed("« Lisez-le", "    « Lisez-le"),
    "four spaces in a wrong block": changed("/// dire\nLisez", "/// dir\n    Lisez"),
    "an option in a block": changed("« Lisez-le", "    nom: verifier\n« Lisez-le"),
    "a proof": changed(STEP, f"{STEP}\n/// preuve | Que lisez-vous ?\n    nom: lu\n{ANSWERS}///\n"),
    "a proof without a question": changed(STEP, f"{STEP}\n/// preuve\n{ANSWERS}///\n"),
    "a proof within a proof": changed(STEP, f"/// preuve | Oui ?\n/// preuve | Non ?\n{ANSWERS}"),
    "what is before the eyes": changed(STEP, "/// depart | Je suis devant\n« Venez. »\n///\n"),
    "a start without a state": changed(STEP, "/// depart\n« Venez. »\n///\n"),
    "a start with a heading": changed(STEP, "/// depart | Ici\n### Non\n« Venez. »\n///\n"),
    "a situation": changed(STEP, "/// si | ligne-fixe\n/// dire\nJ’attends.\n///\n///\n"),
    "two situations": changed(STEP, "/// si | ligne-fixe, lit-mal\nJ’attends.\n///\n"),
    "a situation without a name": changed(STEP, "/// si\nJ’attends.\n///\n"),
    "a situation in itself": changed(
        STEP, "/// si | lit-mal\n/// si | ligne-fixe\nOui.\n///\n///\n"
    ),
    "a situation in a proof": changed(
        STEP, f"/// preuve | Oui ?\n/// si | lit-mal\n{ANSWERS}///\n"
    ),
    "an open situation": changed(STEP, "/// si | lit-mal\n/// dire\nOui.\n///\n"),
    "a name of two words": changed(SAY, f"{SAY}    nom: Mon endroit\n"),
    "a name twice": changed(SAY, f"{SAY}    nom: ici\n    nom: ici\n"),
    "a name on what has none": changed(STEP, "/// autrement\n    nom: ici\nOui.\n///\n"),
    "a name after a blank line": changed(SAY, f"{SAY}\n    nom: ici\n"),
    "a question under an answer": changed(STEP, f"/// demander | Oui ?\n{FOLLOWED}///\n"),
    "a question too far": changed(STEP, f"/// demander | Oui ?\n{FOLLOWED}{TOO_FAR}///\n"),
    "an answer that leads nowhere": changed(STEP, f"/// demander | Oui ?\n{LED}///\n"),
    "a gesture in the course of a step": changed(STEP, "[Comment j’ouvre](geste:ouvrir)\n"),
    "an address that is one": changed(STEP, "<https://www.cnil.fr/> et 3 < 5.\n"),
    "a line too long": changed(STEP, f"{'a' * 2001}\n<b>\n"),
    "a long line of rare signs": changed(STEP, f"{'👵' * 1999}\n"),
}
