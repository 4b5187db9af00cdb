"""Read the body of a tutorial once: the Script that both its pages are made from, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from markupsafe import Markup, escape

from boutdufil.language.numbering import NumberingPlan
from boutdufil.language.plans import FRANCE
from boutdufil.language.text import slugify
from boutdufil.markup.answers import read_answers
from boutdufil.markup.body import Body
from boutdufil.markup.fragments import Fragments
from boutdufil.markup.inline import check_inline
from boutdufil.markup.jumps import NAME as PLACE
from boutdufil.markup.jumps import calls_gesture, cut_leads, known_word
from boutdufil.markup.links import STEP_ANCHOR
from boutdufil.markup.lists import check_lists
from boutdufil.markup.markdown import Renderer
from boutdufil.markup.mentions import with_mentions
from boutdufil.markup.prose import paragraphs
from boutdufil.markup.quiz import read_quiz
from boutdufil.markup.screens import read_screen
from boutdufil.markup.sections import (
    check_no_section,
    check_sections,
    has_steps,
    section_key,
    section_lines,
    titles,
)
from boutdufil.markup.troubles import TROUBLES, joined, read_trouble, report_empty
from boutdufil.markup.written import read_plain
from boutdufil.model.finding import Code, Report
from boutdufil.model.script import (
    Ask,
    DoGesture,
    ForAudiences,
    ForDevices,
    ForSituations,
    Part,
    Picture,
    Proof,
    Prose,
    Rephrase,
    Say,
    Script,
    Step,
)
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source import tree as source
from boutdufil.source.blocks import BLOCKS, NAME
from boutdufil.source.scanner import scan
from boutdufil.source.tree import Block, Heading, Node, Tree

_SPOKEN_PLACES = {"steps", "understanding"}
_SPOKEN = {"dire", "autrement", "demander", "preuve", "depart"}


class Reader:
    """Reads bodies one after the other, in the words of a taxonomy; ``plan``: how one dials."""

    def __init__(self, taxonomy: Taxonomy, plan: NumberingPlan | None = FRANCE) -> None:
        self.taxonomy = taxonomy
        self.plan = plan

    @cached_property
    def renderer(self) -> Renderer:
        """What prints their Markdown: built for the first that is read, where any is."""
        return Renderer()

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
        reading = BodyReading(self, tree, path, report)
        script = reading.script()
        if report.has_errors:
            return None
        return Body(
            script,
            tuple(reading.links.mentions),
            tuple(reading.passages),
            section_lines(headings),
            tuple(reading.seen),
        )

    def read_step(
        self, body: str, title: str, path: str, report: Report, line_offset: int
    ) -> Body | None:
        """Read a body without parts, that of one step: a gesture."""
        tree = scan(body, report, line_offset)
        check_inline(tree, report)
        if not tree.has_open_code:
            check_no_section(titles(tree), report)
        if report.has_errors:
            return None
        check_lists(tree, report)
        reading = BodyReading(self, tree, path, report)
        script = reading.only_step(title)
        if report.has_errors:
            return None
        return Body(
            script,
            tuple(reading.links.mentions),
            tuple(reading.passages),
            seen=tuple(reading.seen),
        )

    def read_page(self, body: str, path: str, report: Report, line_offset: int) -> Body | None:
        """Read a page written by hand: a guide when it has steps, else plain Markdown.

        Plain Markdown is left to MkDocs, and has no script.
        """
        tree = scan(body, report, line_offset)
        if has_steps(tree):
            return self.read_tree(tree, path, report)
        return read_plain(tree, path, report, self.plan)


class BodyReading(Fragments):
    """The reading of one body; ``section`` is the one under way."""

    def __init__(self, reader: Reader, tree: Tree, path: str, report: Report) -> None:
        super().__init__(reader.renderer, reader.taxonomy, reader.plan, tree, path, report)
        self.section = "introduction"
        self.named: dict[str, int] = {}
        """The line of each place that has a name."""

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

    def only_step(self, title: str) -> Script:
        """Take the whole tree as one step."""
        self.section, self.step = "steps", 1
        parts = with_mentions(self._parts(self.tree.nodes))
        line = 1 + self.tree.line_offset
        return Script(steps=(Step(1, escape(title), parts, line),))

    def _section(self, sections: Mapping[str, list[Node]], key: str) -> tuple[Part, ...]:
        self.section, self.step = key, 0
        return with_mentions(self._parts(sections.get(key, [])))

    def _step(self, rank: int, heading: Heading, nodes: list[Node]) -> Step:
        self.section, self.step = "steps", rank
        line = self.tree.line(heading.span.start)
        step = Step(rank, self.inline(heading.title), with_mentions(self._parts(nodes)), line)
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
        """Cut what is read at the gestures that are called, alone in their paragraph."""
        parts: list[Part] = []
        plain: list[Node] = []
        for node in nodes:
            if not isinstance(node, source.Prose) or "](geste:" not in self.tree.words(node.span):
                plain.append(node)
                continue
            for paragraph in paragraphs(self.tree.text, node.span):
                if not calls_gesture(self.tree.words(paragraph)):
                    plain.append(source.Prose(paragraph))
                    continue
                jump = cut_leads(self, paragraph).jump
                assert jump is not None, "it calls a gesture"
                parts += self._read(plain)
                plain = []
                parts.append(DoGesture(jump, self.tree.line(paragraph.start)))
        return parts + self._read(plain)

    def _read(self, nodes: Sequence[Node]) -> list[Part]:
        whole = joined(nodes)
        html = self.html(whole)
        self.read_aloud("prose", whole)
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
            report_empty(self, block)
            return None
        name = self._name(block)
        title = Markup() if BLOCKS[block.name].argument_is_names else self.inline(block.argument)
        if block.name == "dire":
            return self._say(block, line, name)
        if block.name == "autrement":
            self.read_aloud(block.name, block.children, said=True)
            return Rephrase(self.html(block.children), line)
        if block.name in {"demander", "preuve"}:
            self.passage(block.name, block.argument, said=True, is_question=True)
            kind = Proof if block.name == "preuve" else Ask
            return kind(title, read_answers(self, block), line, name)
        if block.name in TROUBLES:
            return read_trouble(self, block, title, line, name)
        if block.name == "appareil":
            return self._for_devices(block)
        if block.name == "public":
            audiences = self._words(block, self.taxonomy.audiences, "public")
            return ForAudiences(audiences, self._parts(block.children), line)
        if block.name == "si":
            situations = self._words(block, self.taxonomy.situations, "situation")
            return ForSituations(situations, self._parts(block.children))
        if block.name == "ecran":
            return self._picture(block, line)
        return read_quiz(self, block, title)

    def _name(self, block: Block) -> str:
        """Return the name of the place that a block is; each is that of one place."""
        named = next((option for option in block.options if option.name == NAME), None)
        if named is None:
            return ""
        name = self.tree.words(named.value)
        line = self.tree.line(named.span.start)
        if not PLACE.fullmatch(name) or STEP_ANCHOR.fullmatch(name) or name in self.named:
            taken = self.named.get(name)
            self.report.add(
                Code.WRONG_NAME,
                line,
                "ce nom ne peut pas être celui d’un endroit de l’appel",
                found=name,
                expected="un nom en minuscules sans accent, avec des tirets, qu’un seul bloc porte",
                hint=f"la ligne {taken} le porte déjà" if taken else f"nom: {slugify(name)}",
            )
        self.named.setdefault(name, line)
        return name

    def _say(self, block: Block, line: int, name: str) -> Say:
        words = self._words(block, self.taxonomy.devices, "appareil")
        devices = self.taxonomy.expand(words) if words else ()
        outer, self.devices = self.devices, devices or self.devices
        self.read_aloud(block.name, block.children, said=True)
        self.devices = outer
        return Say(self.html(block.children), devices, line, name)

    def _for_devices(self, block: Block) -> ForDevices:
        named = self._words(block, self.taxonomy.devices, "appareil")
        devices = self.taxonomy.expand(named) if named else ()
        outer, self.devices = self.devices, devices
        parts = self._parts(block.children)
        self.devices = outer
        return ForDevices(devices, named, parts)

    def _picture(self, block: Block, line: int) -> Picture | None:
        text = self.tree.words(block.content).expandtabs(4).rstrip("\n")
        caption = self.tree.words(block.argument)
        above = self.tree.line(block.content.start) - 1
        screen = read_screen(text, caption, self.report, above, self.taxonomy)
        if screen is None:
            return None
        self.drawn((caption, *screen.words), line, text.count("\n") + 2)
        return Picture(screen, line)

    def _words(self, block: Block, known: Iterable[str], meaning: str) -> tuple[str, ...]:
        """Read ``android, iphone``, the argument of a block."""
        argument = self.tree.words(block.argument)
        words = (word for part in argument.split(",") if (word := part.strip()))
        found = (
            known_word(self, word, known, meaning, block.argument.start + argument.index(word))
            for word in words
        )
        return tuple(word for word in found if word is not None)
