"""Our telephone numbers in a base of another country: none is declared there, and all are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from boutdufil.kinds.code.values import FOLDER as CODES
from boutdufil.kinds.references.declaration import NUMBERS_FILE
from boutdufil.kinds.tutorial.values import FOLDER as TUTORIALS
from boutdufil.language.dialled import Sort, numbers_in
from boutdufil.language.plans import FRANCE, plan_of
from boutdufil.tools.starting.ours import Ours

GUIDES = "contribuer/"
HIDDEN = "Numéro masqué"
"""What a drawn telephone shows of a caller, where ours shows an invented number of France."""
SHOWN = "numéro affiché"
"""What it shows of a number that one should not call."""
_CALLER = re.compile(rf"\+{FRANCE.code} [1-9](?: \d\d){{4}}(?!\d)")
_TO_CALL = re.compile(r"(?<!\S)0[1-9](?: \d\d){4}(?!\d)")
_GUIDED = {"Je transfère le message au 33700.": "Je signale le message."}
"""What a guide takes for an example, and what it takes elsewhere."""
# « numeros: » and all that is declared after it; its remarks, above, stay.
_DECLARED = re.compile(r"^numeros:\n(?:.*\n?)*\Z", re.MULTILINE)
_NUMBER = re.compile(r"^  - numero: (.+)$", re.MULTILINE)


def is_ours(country: str) -> bool:
    """Tell whether what we dial is dialled there too."""
    return plan_of(country) is FRANCE


def abroad(text: str, path: str) -> str:
    """Return what a file of ours says in another country: it gives none of our numbers as good."""
    if path == NUMBERS_FILE:
        return _DECLARED.sub("numeros: []\n", text)
    for ours, theirs in _GUIDED.items():
        text = text.replace(ours, theirs) if path.startswith(GUIDES) else text
    if path.startswith(f"{CODES}/"):
        return text  # a mistake is shown as it is made
    return _TO_CALL.sub(SHOWN, _CALLER.sub(HIDDEN, text))


def dear_abroad(ours: Ours, tutorial: str, country: str) -> bool:
    """Tell whether a tutorial, ``theme/slug``, says a number of ours that is dear in a country."""
    plan = plan_of(country)
    if plan is None or plan is FRANCE:
        return False
    path = f"{TUTORIALS}/{tutorial}.md"
    said = numbers_in(abroad(ours.text(path), path), plan)
    return any(number.sort in {Sort.DEAR, Sort.FOREIGN} for number in said)


def numbers_said(numbers: str, files: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a line a file: the numbers of ``numbers``, our list, that one reads in it.

    >>> list(numbers_said("  - numero: 116 006", [("docs/a.md", "Le 17, le 116 006.")]))
    ['docs/a.md : 116 006']
    """
    declared = _NUMBER.findall(numbers)
    each = "|".join(re.escape(number).replace(r"\ ", r"\s") for number in declared)
    said = re.compile(rf"(?<![\w.,-])(?:{each})(?![\w-]|[.,]\w)")
    for path, text in files:
        if f"/{CODES}/" in path:
            continue
        found = (" ".join(match[0].split()) for match in said.finditer(text))
        if listed := [*dict.fromkeys(found)]:
            yield f"{path} : {', '.join(listed)}"
