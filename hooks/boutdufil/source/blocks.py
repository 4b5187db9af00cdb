"""The blocks that authors write, ``/// nom | argument``: what each takes, and what it is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockType:
    """A block. ``argument``: whether it takes one; None when it may do without."""

    name: str
    argument: bool | None
    meaning: str
    """What its argument is; of a block that takes none, what it is for."""
    example: str
    """A right first line."""
    content: str
    """What an editor proposes to write inside."""
    raw: bool = False
    """Whether its content is no Markdown."""
    container: bool = False
    """Whether it holds other blocks."""
    argument_is_names: bool = False
    """Whether its argument is words of the taxonomy, which nobody reads."""
    options: tuple[str, ...] = ()
    """The keys that may be written under its first line, four spaces from the margin."""


NAME = "nom"
"""The option that names a place of the call, to which an answer may lead."""
_NAMED = (NAME,)

BLOCKS: dict[str, BlockType] = {
    block.name: block
    for block in (
        BlockType(
            name="dire",
            argument=None,
            meaning="ce que le médiateur lit à voix haute",
            example="/// dire",
            content="Regardez tout en haut de l’écran. Il y a un mot, en gros.",
            argument_is_names=True,
            options=_NAMED,
        ),
        BlockType(
            name="autrement",
            argument=False,
            meaning="la même idée, avec d’autres mots",
            example="/// autrement",
            content="La même idée, avec des mots plus simples.",
        ),
        BlockType(
            name="demander",
            argument=True,
            meaning="la question posée à la personne",
            example="/// demander | Qu’est-ce qui est écrit ?",
            content="- **Oui** : « Parfait. On continue. »\n"
            "- **Non** : « D’accord. On regarde ensemble. »",
            options=_NAMED,
        ),
        BlockType(
            name="preuve",
            argument=True,
            meaning="la question qui prouve que le geste a réussi",
            example="/// preuve | Quel mot est écrit tout en haut ?",
            content="- **« Paramètres »** : « Parfait, vous y êtes. »\n"
            "- **Rien ne s’ouvre** : « Essayez de nouveau, plus lentement. »",
            options=_NAMED,
        ),
        BlockType(
            name="depart",
            argument=True,
            meaning="ce qui est devant les yeux quand l’étape commence",
            example="/// depart | Je suis devant l’ordinateur",
            content="Je m’installe devant lui.\n"
            "\n"
            "« Installez-vous devant l’ordinateur. Dites-moi quand vous y êtes. »",
            options=_NAMED,
        ),
        BlockType(
            name="sinon",
            argument=True,
            meaning="le souci, avec les mots de la personne",
            example="/// sinon | Je ne vois rien",
            content="Je fais glisser la page vers le haut.\n"
            "\n"
            "« Posez un doigt en bas de l’écran. Montez-le, doucement. »",
            options=_NAMED,
        ),
        BlockType(
            name="stop",
            argument=True,
            meaning="la situation où l’on s’arrête",
            example="/// stop | De l’argent part en ce moment",
            content="J’appelle ma banque au numéro écrit au dos de ma carte.\n"
            "\n"
            "« Appelez votre banque tout de suite. Je vous rappelle après. »",
            options=_NAMED,
        ),
        BlockType(
            name="appareil",
            argument=True,
            meaning="les appareils concernés",
            example="/// appareil | android, iphone",
            content="Je cherche le dessin d’une roue.",
            argument_is_names=True,
            container=True,
        ),
        BlockType(
            name="public",
            argument=True,
            meaning="les publics concernés",
            example="/// public | seniors",
            content="Je garde une copie.",
            argument_is_names=True,
            container=True,
        ),
        BlockType(
            name="si",
            argument=True,
            meaning="les situations de l’appel concernées",
            example="/// si | ligne-fixe",
            content="Le combiné ne va pas jusque-là.",
            argument_is_names=True,
            container=True,
        ),
        BlockType(
            name="ecran",
            argument=True,
            meaning="la légende de l’écran",
            example="/// ecran | Un SMS qui imite un transporteur",
            content="cadre: telephone\n"
            "barre: Messages\n"
            "corps:\n"
            "  - texte: Ce qui est écrit\n"
            "    repere: 1\n"
            "    place: haut centre",
            raw=True,
        ),
        BlockType(
            name="question",
            argument=True,
            meaning="la question que l’on se pose",
            example="/// question | Que fais-je si je reçois ce message ?",
            content="- [ ] Je réponds tout de suite.\n"
            "- [x] Je vérifie d’abord.\n"
            "\n"
            "Un vrai service me laisse le temps de vérifier.",
        ),
    )
}
