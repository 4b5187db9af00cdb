"""Read the body of a tutorial once: the Script that both its pages are made from, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from boutdufil.language.text import closest, enumerate_french, fold
from boutdufil.markup.answers import read_answers, read_quiz
from boutdufil.markup.fragments import Fragments
from boutdufil.markup.inline import check_inline
from boutdufil.markup.links import Links, Mention, targets
from boutdufil.markup.lists import check_lists
from boutdufil.markup.markdown import Renderer
from boutdufil.markup.passage import Passage
from boutdufil.markup.prose import paragraphs, quoted
from boutdufil.markup.screens import read_screen
from boutdufil.markup.sections import (
    check_sections,
    has_steps,
    section_key,
    section_lines,
    titles,
)
from boutdufil.model.finding import Code, Report
from boutdufil.model.script import (
    Ask,
    ForAudiences,
    ForDevices,
    Part,
    Picture,
    Prose,
    Rephrase,
    Say,
    Script,
    Step,
    Stop,
    Trouble,
)
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source import tree as source
from boutdufil.source.scanner import scan
from boutdufil.source.tree import Block, Heading, Node, Span, Tree

_SPOKEN_PLACES = {"steps", "understanding"}
_SPOKEN = {"dire", "autrement", "demander"}


@dataclass(frozen=True, slots=True)
class Body:
    """What a body says, and where: the other files that it mentions, its passages, its sections.

    ``sections`` gives the line of each section, by the attribute of Script that it fills.
    """

    script: Script
    mentions: tuple[Mention, ...] = ()
    passages: tuple[Passage, ...] = ()
    sections: Mapping[str, int] = field(default_factory=dict)


class Reader:
    """Reads bodies one after the other, in the words of a taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.renderer = Renderer()

    def read(self, body: str, path: str, report: Report, line_offset: int = 0) -> Body | None:
        """Return what ``body`` says, or None once its mistakes have been reported.

        ``path`` is that of the file within the content folder, from which its links start.
        """
        return self.read_tree(scan(body, report, line_offset), path, report)

    def read_tree(self, tree: Tree, path: str, report: Report) -> Body | None:
        """Do the same for a body that is scanned already."""
        headings = tuple(titles(tree))
        check_inline(tree, report)
        if not tree.has_open_code:
            check_sections(headings, report, 1 + tree.line_offset)
        if report.has_errors:
            return None
        # A list that is not one still reads: the mistakes after it are told at once.
        check_lists(tree, report)
        reading = _Reading(self, tree, path, report)
        script = reading.script()
        if report.has_errors:
            return None
        return Body(
            script,
            tuple(reading.links.mentions),
            tuple(reading.passages),
            section_lines(headings),
        )

    def read_page(self, body: str, path: str, report: Report, line_offset: int) -> Body | None:
        """Read a page written by hand: a guide when it has steps, else plain Markdown.

        Plain Markdown is left to MkDocs, and has no script.
        """
        tree = scan(body, report, line_offset)
        if has_steps(tree):
            return self.read_tree(tree, path, report)
        check_inline(tree, report)
        check_lists(tree, report)
        links = Links(tree, path, report)
        for block in tree.blocks():
            _report_block_of_page(block, tree, report)
        for node in source.walk(tree.nodes):
            if isinstance(node, source.Prose | Heading):
                for target, start in targets(tree.words(node.span)):
                    links.resolve(target, node.span.start + start)
        return None if report.has_errors else Body(Script(), tuple(links.mentions))


class _Reading(Fragments):
    """The reading of one body; ``section`` is the one under way."""

    def __init__(self, reader: Reader, tree: Tree, path: str, report: Report) -> None:
        super().__init__(reader.renderer, tree, path, report)
        self.taxonomy = reader.taxonomy
        self.section = "introduction"

    def script(self) -> Script:
        """Cut the tree at its headings into sections and steps."""
        sections: dict[str, list[Node]] = {"introduction": []}
        steps: list[tuple[Heading, list[Node]]] = []
        current = "introduction"
        for node in self.tree.nodes:
            if isinstance(node, Heading) and node.level == 2:
                current = section_key(self.tree.words(node.title)) or current
                sections.setdefault(current, [])
            elif isinstance(node, Heading) and node.level == 3 and current == "steps":
                steps.append((node, []))
            elif current == "steps" and steps:
                steps[-1][1].append(node)
            else:
                sections[current].append(node)
        introduction = self._section(sections, "introduction")
        before = self._section(sections, "before")
        loose = self._parts(sections.get("steps", []))
        return Script(
            introduction + loose,
            before,
            tuple(self._step(rank, *step) for rank, step in enumerate(steps, 1)),
            *(self._section(sections, key) for key in ("understanding", "choosing", "further")),
        )

    def _section(self, sections: Mapping[str, list[Node]], key: str) -> tuple[Part, ...]:
        self.section, self.step = key, 0
        return self._parts(sections.get(key, []))

    def _step(self, rank: int, heading: Heading, nodes: list[Node]) -> Step:
        self.section, self.step = "steps", rank
        line = self.tree.line(heading.span.start)
        step = Step(rank, self.inline(heading.title), self._parts(nodes), line)
        if not step.has_script:
            self.report.add(
                Code.NO_SCRIPT,
                line,
                f"l’étape {rank} n’a pas encore de script",
                expected="ce que le médiateur dit ou demande",
                hint="ajoutez un bloc : /// dire",
            )
        return step

    def _parts(self, nodes: Iterable[Node]) -> tuple[Part, ...]:
        """Group plain nodes into prose, and turn each block into its part."""
        parts: list[Part] = []
        plain: list[Node] = []
        for node in nodes:
            if not isinstance(node, Block):
                plain.append(node)
                continue
            parts += self._prose(plain)
            plain = []
            part = self._part(node)
            if part is not None:
                parts.append(part)
        return (*parts, *self._prose(plain))

    def _prose(self, nodes: Sequence[Node]) -> list[Part]:
        html = self.html(nodes)
        self.read_aloud("prose", nodes)
        return [Prose(html)] if html else []

    def _part(self, block: Block) -> Part | None:
        line = self.tree.line(block.span.start)
        if block.name in _SPOKEN and self.section not in _SPOKEN_PLACES:
            self.report.add(
                Code.MISPLACED_BLOCK,
                line,
                f"un bloc « {block.name} » ne sera pas lu ici",
                expected="sous une étape, ou dans « J’ai compris ? »",
                hint="déplacez-le sous l’étape où il se dit",
            )
        if not self.tree.words(block.content).strip():
            self.report_empty(block)
            return None
        title = self.inline(block.argument)
        if block.name == "dire":
            return self._say(block, line)
        if block.name == "autrement":
            self.read_aloud(block.name, block.children, said=True)
            return Rephrase(self.html(block.children), line)
        if block.name == "demander":
            self.passage(block.name, block.argument, said=True, is_question=True)
            return Ask(title, read_answers(self, block), line)
        if block.name in {"sinon", "stop"}:
            return self._trouble(block, title, line)
        if block.name == "appareil":
            return self._for_devices(block)
        if block.name == "public":
            audiences = self._words(block, self.taxonomy.audiences, "public")
            return ForAudiences(audiences, self._parts(block.children))
        if block.name == "ecran":
            return self._picture(block, line)
        return read_quiz(self, block, title)

    def _say(self, block: Block, line: int) -> Say:
        words = self._words(block, self.taxonomy.devices, "appareil")
        devices = self.taxonomy.expand(words) if words else ()
        outer, self.devices = self.devices, devices or self.devices
        self.read_aloud(block.name, block.children, said=True)
        self.devices = outer
        return Say(self.html(block.children), devices, line)

    def _for_devices(self, block: Block) -> ForDevices:
        named = self._words(block, self.taxonomy.devices, "appareil")
        devices = self.taxonomy.expand(named) if named else ()
        outer, self.devices = self.devices, devices
        parts = self._parts(block.children)
        self.devices = outer
        return ForDevices(devices, named, parts)

    def _trouble(self, block: Block, title: Markup, line: int) -> Trouble | None:
        """Part what is said, alone between guillemets, from what is read."""
        spoken: list[Span] = []
        prose: list[Node] = []
        for node in block.children:
            if not isinstance(node, source.Prose):
                prose.append(node)
                continue
            for paragraph in paragraphs(self.tree.text, node.span):
                words = quoted(self.tree.text, paragraph)
                if words is None:
                    prose.append(source.Prose(paragraph))
                else:
                    spoken.append(words)
        if not prose and not any(spoken):
            self.report_empty(block)
            return None
        self.read_aloud(block.name, prose)
        for words in spoken:
            self.passage(block.name, words, said=True)
        if not prose:
            for words in spoken:
                self.passage(block.name, words, is_shared=True)
        if not spoken:
            self.read_aloud(block.name, prose, said=True, is_shared=True)
        kind = Trouble if block.name == "sinon" else Stop
        words_html = Markup("").join(self.blocks(words) for words in spoken)
        return kind(title, self.html(_joined(prose)), words_html, line)

    def _picture(self, block: Block, line: int) -> Picture | None:
        text = self.tree.words(block.content).expandtabs(4).rstrip("\n")
        caption = self.tree.words(block.argument)
        above = self.tree.line(block.content.start) - 1
        screen = read_screen(text, caption, self.report, above, self.taxonomy)
        return Picture(screen, line) if screen else None

    def _words(self, block: Block, known: Iterable[str], meaning: str) -> tuple[str, ...]:
        """Read ``android, iphone``, the argument of a block."""
        keys = {fold(key): key for key in known}
        words = []
        argument = self.tree.words(block.argument)
        for word in filter(None, (part.strip() for part in argument.split(","))):
            if fold(word) in keys:
                words.append(keys[fold(word)])
                continue
            near = closest(word, keys.values())
            line, column = self.tree.place(block.argument.start + argument.index(word))
            self.report.add(
                Code.UNKNOWN_WORD,
                line,
                f"« {word} » n’est pas un {meaning} connu",
                found=word,
                expected=enumerate_french(keys.values()) + " (déclarés dans taxonomie.yml)",
                hint=f"vouliez-vous dire « {near} » ?" if near else "",
                column=column,
            )
        return tuple(words)

    def report_empty(self, block: Block) -> None:
        """Report a block that says nothing."""
        self.report.add(
            Code.EMPTY_BLOCK,
            self.tree.line(block.span.start),
            f"le bloc « {block.name} » est vide",
            expected="un texte, avant les barres qui le referment",
            hint="écrivez ce texte, ou retirez le bloc",
        )


def _joined(nodes: Sequence[Node]) -> list[Node]:
    """Put paragraphs that follow one another back together: they may be one list."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(last, source.Prose) and isinstance(node, source.Prose):
            joined[-1] = source.Prose(Span(last.span.start, node.span.end))
        else:
            joined.append(node)
    return joined


def _report_block_of_page(block: Block, tree: Tree, report: Report) -> None:
    if block.is_wrong:
        return
    report.add(
        Code.MISPLACED_BLOCK,
        tree.line(block.span.start),
        f"un bloc « {block.name} » n’est pas lu dans une page sans étapes",
        found=tree.words(block.header).strip(),
        expected="du texte simple, ou une partie « ## Étapes » qui contient le bloc",
        hint="retirez les deux lignes de barres, et gardez le texte",
    )
