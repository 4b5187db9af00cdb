"""What a code of ``fil verifier`` means, for the person who meets it."""

from __future__ import annotations

from dataclasses import dataclass

from boutdufil.model.finding import Code

FOLDER = "contribuer/codes"
FAMILIES = {
    "1": "Le fichier et son en-tête",
    "2": "Le texte de la fiche",
    "3": "Les fiches entre elles",
    "4": "La langue",
    "5": "La méthode",
    "6": "L’entretien",
    "7": "La sûreté",
    "8": "Le fil de l’appel",
    "9": "Les lieux d’aide",
}
"""What the first digit of a code says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A code explained: what is wrong, why it matters, an example of each side.

    The examples are lines of a tutorial, unless ``in_words``. They are tried by the tests:
    ``model`` are the lines of the model tutorial that they replace (by default, those of
    ``right``), ``beside`` the other files that the case needs.
    """

    title: str
    reason: str
    wrong: str
    right: str
    model: str = ""
    beside: str = ""
    in_words: bool = False
    code: Code = Code.NOT_UTF8

    @property
    def family(self) -> str:
        """The name of the family of the code."""
        return FAMILIES[self.code.value[3]]

    @property
    def address(self) -> str:
        """Address of its page, from the root of the site."""
        return address_of(self.code)


def address_of(code: Code) -> str:
    """Return the address of the page of a code: ``contribuer/codes/fil401/``."""
    return f"{FOLDER}/{code.value.lower()}/"
