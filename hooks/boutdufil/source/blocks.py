"""The blocks that authors write, ``/// nom | argument``: one class a block.

Each leaves in the tree a ``div`` that says its name; its argument is the first child, so that it is
read as Markdown too. What the block means is decided in ``reader``, for both views at once.
"""

from __future__ import annotations

from typing import ClassVar
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

ARGUMENT_ROLE = "argument"


class ScriptBlock(Block):  # type: ignore[misc]  # pymdownx has no types
    """What all blocks share."""

    EXAMPLE: ClassVar[str] = ""
    MEANING: ClassVar[str] = ""
    CONTENT: ClassVar[str] = ""
    """What an editor proposes to write inside."""
    RAW: ClassVar[bool] = False
    CONTAINER: ClassVar[bool] = False

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """Add the element of the block to the tree."""
        element = ElementTree.SubElement(parent, "div", {"data-bloc": self.NAME})
        if self.argument:
            title = ElementTree.SubElement(element, "p", {"data-role": ARGUMENT_ROLE})
            title.text = self.argument
        return element

    def on_add(self, block: ElementTree.Element) -> ElementTree.Element:
        """Return the element that receives the content: raw text has one of its own."""
        if not self.RAW:
            return block
        holder = block.find("pre")
        return ElementTree.SubElement(block, "pre") if holder is None else holder

    def on_markdown(self) -> str:
        """Say how the content is read."""
        return "raw" if self.RAW else "block"


class Say(ScriptBlock):
    """What the mediator reads aloud."""

    NAME = "dire"
    ARGUMENT = None
    EXAMPLE = "/// dire"
    MEANING = "ce que le médiateur lit à voix haute"
    CONTENT = "Regardez tout en haut de l’écran. Dites-moi ce qui est écrit."


class Rephrase(ScriptBlock):
    """The same idea in other words."""

    NAME = "autrement"
    ARGUMENT = False
    EXAMPLE = "/// autrement"
    MEANING = "la même idée, avec d’autres mots"
    CONTENT = "La même idée, avec des mots plus simples."


class Ask(ScriptBlock):
    """A question and its answers."""

    NAME = "demander"
    ARGUMENT = True
    EXAMPLE = "/// demander | Qu’est-ce qui est écrit ?"
    MEANING = "la question posée à la personne"
    CONTENT = (
        "- **Oui** : « Parfait. On continue. »\n"
        "- **Non** : « D’accord. Lisez-moi les premiers mots. »"
    )


class Otherwise(ScriptBlock):
    """When it does not go as said."""

    NAME = "sinon"
    ARGUMENT = True
    EXAMPLE = "/// sinon | Je ne vois rien"
    MEANING = "le souci, avec les mots de la personne"
    CONTENT = (
        "Je fais glisser la page vers le haut.\n"
        "\n"
        "« Posez un doigt en bas de l’écran, et montez. Dites-moi ce qui apparaît. »"
    )


class Halt(ScriptBlock):
    """Stop, and refer."""

    NAME = "stop"
    ARGUMENT = True
    EXAMPLE = "/// stop | De l’argent part en ce moment"
    MEANING = "la situation où l’on s’arrête"
    CONTENT = (
        "J’appelle ma banque au numéro écrit au dos de ma carte.\n"
        "\n"
        "« Appelez votre banque tout de suite. Je vous rappelle après. »"
    )


class OnDevice(ScriptBlock):
    """For some devices only."""

    NAME = "appareil"
    ARGUMENT = True
    CONTAINER = True
    EXAMPLE = "/// appareil | android, iphone"
    MEANING = "les appareils concernés"
    CONTENT = "Je cherche le dessin d’une roue."


class ForAudience(ScriptBlock):
    """For some audiences only."""

    NAME = "public"
    ARGUMENT = True
    CONTAINER = True
    EXAMPLE = "/// public | seniors"
    MEANING = "les publics concernés"
    CONTENT = "Je garde une copie."


class OnScreen(ScriptBlock):
    """A screen drawn from text."""

    NAME = "ecran"
    ARGUMENT = True
    RAW = True
    EXAMPLE = "/// ecran | Un SMS qui imite un transporteur"
    MEANING = "la légende de l’écran"
    CONTENT = (
        "cadre: telephone\n"
        "barre: Messages\n"
        "corps:\n"
        "  - texte: Ce qui est écrit\n"
        "    repere: 1\n"
        "    place: haut centre"
    )


class SelfCheck(ScriptBlock):
    """A question to oneself."""

    NAME = "question"
    ARGUMENT = True
    EXAMPLE = "/// question | Que fais-je si je reçois ce message ?"
    MEANING = "la question que l’on se pose"
    CONTENT = (
        "- [ ] Je réponds tout de suite.\n"
        "- [x] Je vérifie d’abord.\n"
        "\n"
        "Un vrai service me laisse le temps de vérifier."
    )


BLOCKS: dict[str, type[ScriptBlock]] = {
    block.NAME: block
    for block in (
        Say,
        Rephrase,
        Ask,
        Otherwise,
        Halt,
        OnDevice,
        ForAudience,
        OnScreen,
        SelfCheck,
    )
}


class ScriptBlocks(BlocksExtension):  # type: ignore[misc]  # pymdownx has no types
    """Register the blocks, with nothing to configure."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        """Add every block to a Markdown instance."""
        for block in BLOCKS.values():
            block_mgr.register(block, self.getConfigs())
