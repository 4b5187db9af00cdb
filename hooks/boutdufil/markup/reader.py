"""Read the body of a tutorial once, into the Script that both its pages are made from."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import nh3
from markdown import Markdown
from markupsafe import Markup

from boutdufil.language.text import closest, counted, enumerate_french, fold
from boutdufil.markup.gesture import CSS_CLASS, Gestures
from boutdufil.markup.outline import (
    Heading,
    Opening,
    Outline,
    check_plain,
    outline,
    section_key,
    tidy,
)
from boutdufil.markup.screens import read_screen
from boutdufil.model.finding import Code, Report
from boutdufil.model.script import (
    Answer,
    Ask,
    ForAudiences,
    ForDevices,
    Jump,
    Option,
    Part,
    Picture,
    Prose,
    Quiz,
    Rephrase,
    Say,
    Script,
    Step,
    Stop,
    Trouble,
)
from boutdufil.model.taxonomy import Taxonomy
from boutdufil.source.blocks import ScriptBlocks

SITE = "site:"
"""Starts an address that counts from the root of the site."""

_TAGS = {
    *("p", "br", "hr", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "a", "span"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href"},
    "span": {"data-appuyer", "data-cliquer"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
}
_SCHEMES = {"https", "mailto", "tel", "site"}
STEP_ANCHOR = re.compile(r"etape-(\d{1,2})")
_TICK = re.compile(r"\s*\[\s*([xX]?)\s*\]\s*(?=\S|$)")
_SPOKEN_PLACES = {"steps", "understanding"}
_SPOKEN = {"dire", "autrement", "demander"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to another source file: its path within the content folder, and as it is written."""

    path: str
    line: int
    written: str

    @property
    def fragment(self) -> str:
        """The place within the other file."""
        return self.written.partition("#")[2]


@dataclass(frozen=True, slots=True)
class Body:
    """What a body says, and the other files that it mentions."""

    script: Script
    mentions: tuple[Mention, ...] = ()


def clean(html: str) -> Markup:
    """Keep of ``html`` what the allowlist names: content comes from strangers."""
    return Markup(  # noqa: S704  # what nh3 returns is safe
        nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            allowed_classes={"span": {CSS_CLASS}},
            url_schemes=_SCHEMES,
            link_rel=None,
        ).strip()
    )


def clean_page(html: str) -> Markup:
    """Keep of a page written by hand what the allowlist names; its headings have anchors."""
    return Markup(  # noqa: S704  # what nh3 returns is safe
        nh3.clean(
            html,
            tags=_TAGS | {"h1", "h2", "dl", "dt", "dd"},
            attributes=_ATTRIBUTES | {level: {"id"} for level in ("h1", "h2", "h3", "h4")},
            allowed_classes={"span": {CSS_CLASS}},
            url_schemes=_SCHEMES - {"site"},
            link_rel=None,
        )
    )


class Reader:
    """Reads bodies one after the other; building a Markdown instance costs more than using it."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.markdown = Markdown(
            extensions=["tables", "fenced_code", "sane_lists", ScriptBlocks(), Gestures()],
            extension_configs={"tables": {"use_align_attribute": True}},
        )
        # A tag is text here (and a finding); white space between elements says nothing.
        self.markdown.preprocessors.deregister("html_block")
        self.markdown.inlinePatterns.deregister("html")
        # A line of dashes under a text is a rule; headings are written with # and nothing else.
        self.markdown.parser.blockprocessors.deregister("setextheader")
        self.markdown.treeprocessors.deregister("prettify")

    def read(self, body: str, path: str, report: Report, line_offset: int = 0) -> Body | None:
        """Return what ``body`` says, or None once its mistakes have been reported.

        ``path`` is that of the file within the content folder, from which its links start.
        """
        body = tidy(body)
        lines = outline(body, report, line_offset)
        if report.has_errors:
            return None
        reading = _BodyReading(self, lines, body, path, report, line_offset)
        script = reading.script(self._tree(body))
        return Body(script, tuple(reading.mentions)) if script else None

    def check_page(
        self, body: str, path: str, report: Report, line_offset: int
    ) -> tuple[Mention, ...]:
        """Check a page of plain Markdown, which MkDocs reads; return the files it mentions."""
        links = check_plain(body, report, line_offset)
        reading = _BodyReading(self, Outline((), ()), body, path, report, line_offset)
        for target, line in links:
            if reading.resolve(target) is None:
                reading.report_link(target, line)
        return tuple(reading.mentions)

    def _tree(self, body: str) -> ElementTree.Element:
        """Parse and run the tree processors, as ``Markdown.convert`` does before it serialises."""
        markdown = self.markdown.reset()
        lines = body.split("\n")
        for preprocessor in markdown.preprocessors:
            lines = preprocessor.run(lines)
        root = markdown.parser.parseDocument(lines).getroot()
        assert root is not None
        for processor in markdown.treeprocessors:
            replaced = processor.run(root)
            root = root if replaced is None else replaced
        return root

    def html(self, elements: list[ElementTree.Element]) -> Markup:
        """Serialise elements through the allowlist."""
        html = "".join(self.markdown.serializer(element) for element in elements)
        for processor in self.markdown.postprocessors:
            html = processor.run(html)
        return clean(html)

    def inner_html(self, element: ElementTree.Element) -> Markup:
        """Serialise what ``element`` holds, through the allowlist."""
        holder = ElementTree.Element("span")
        holder.text = element.text
        holder.extend(element)
        return self.html([holder]).removeprefix("<span>").removesuffix("</span>").strip()


class _BodyReading:
    """The reading of one body."""

    def __init__(
        self,
        reader: Reader,
        lines: Outline,
        body: str,
        path: str,
        report: Report,
        line_offset: int,
    ) -> None:
        self.reader = reader
        self.taxonomy = reader.taxonomy
        self.openings: Iterator[Opening] = iter(lines.blocks)
        self.headings = iter(lines.headings)
        self.source = body.split("\n")
        self.path = path
        self.report = report
        self.line_offset = line_offset
        self.mentions: list[Mention] = []
        self.seen: dict[str, int] = {}
        self.places: dict[str, list[int]] = {}

    def script(self, root: ElementTree.Element) -> Script | None:
        """Cut the tree at its headings into sections and steps."""
        self._resolve_links(root)
        sections: dict[str, list[ElementTree.Element]] = {"introduction": []}
        steps: list[tuple[ElementTree.Element, list[ElementTree.Element]]] = []
        current = "introduction"
        for element in root:
            if element.tag == "h2":
                current = section_key(_text(element)) or current
                sections.setdefault(current, [])
            elif element.tag == "h3" and current == "steps":
                steps.append((element, []))
            elif current == "steps" and steps:
                steps[-1][1].append(element)
            else:
                sections[current].append(element)
        # The blocks are met in the order of the lines, which gives each its line.
        introduction = self._parts(sections["introduction"], "introduction")
        before = self._parts(sections.get("before", []), "before")
        loose = self._parts(sections.get("steps", []), "introduction")
        step_lines = [heading.line for heading in self._step_headings()]
        read_steps = tuple(
            Step(
                rank,
                self.reader.inner_html(heading),
                self._parts(elements, "steps"),
                step_lines[rank - 1] if rank <= len(step_lines) else 0,
            )
            for rank, (heading, elements) in enumerate(steps, 1)
        )
        script = Script(
            introduction + loose,
            before,
            read_steps,
            *(
                self._parts(sections.get(key, []), key)
                for key in ("understanding", "choosing", "further")
            ),
        )
        for step in read_steps:
            if not step.has_script:
                self.report.add(
                    Code.NO_SCRIPT,
                    step.line,
                    f"l’étape {step.rank} n’a pas encore de script",
                    expected="ce que le médiateur dit ou demande",
                    hint="ajoutez un bloc : /// dire",
                )
        return None if self.report.has_errors else script

    def _step_headings(self) -> Iterator[Heading]:
        within = False
        for heading in self.headings:
            if heading.level == 2:
                within = section_key(heading.text) == "steps"
            elif heading.level == 3 and within:
                yield heading

    def _parts(self, elements: list[ElementTree.Element], section: str) -> tuple[Part, ...]:
        """Group plain elements into prose, and turn each block into its part."""
        parts: list[Part] = []
        prose: list[ElementTree.Element] = []
        for element in elements:
            if "data-bloc" not in element.attrib:
                prose.append(element)
                continue
            if prose:
                parts.append(Prose(self.reader.html(prose)))
                prose = []
            part = self._part(element, section)
            if part is not None:
                parts.append(part)
        if prose:
            parts.append(Prose(self.reader.html(prose)))
        return tuple(parts)

    def _part(self, element: ElementTree.Element, section: str) -> Part | None:
        opening = next(self.openings, None)
        if opening is None:
            # Markdown saw a block where the lines show none: an unusual nesting.
            self.report.add(
                Code.STRAY_SLASHES,
                1 + self.line_offset,
                "un bloc est écrit à un endroit inattendu",
                found=element.get("data-bloc", ""),
                expected="un bloc collé à la marge, entouré de lignes vides",
                hint="sortez-le de la liste ou de la citation",
            )
            return None
        name, line = opening.name, opening.line
        argument = next((child for child in element if child.get("data-role")), None)
        title = self.reader.inner_html(argument) if argument is not None else Markup()
        content = [child for child in element if child is not argument]
        if name in _SPOKEN and section not in _SPOKEN_PLACES:
            self.report.add(
                Code.MISPLACED_BLOCK,
                line,
                f"un bloc « {name} » ne sera pas lu ici",
                expected="sous une étape, ou dans « J’ai compris ? »",
                hint="déplacez-le sous l’étape où il se dit",
            )
        if not content and not (element.text or "").strip():
            self._report_empty(name, line)
            return None
        if name == "dire":
            words = self._words(opening, self.taxonomy.devices, "appareil")
            return Say(
                self.reader.html(content), self.taxonomy.expand(words) if words else (), line
            )
        if name == "autrement":
            return Rephrase(self.reader.html(content), line)
        if name == "demander":
            return Ask(title, self._answers(content, line), line)
        if name in {"sinon", "stop"}:
            kind = Trouble if name == "sinon" else Stop
            spoken = [child for child in content if _is_quoted(child)]
            prose = [child for child in content if not _is_quoted(child)]
            for paragraph in spoken:
                _unquote(paragraph)
            if not prose and not any(_text(paragraph) for paragraph in spoken):
                self._report_empty(name, line)
                return None
            return kind(title, self.reader.html(prose), self.reader.html(spoken), line)
        if name == "appareil":
            devices = self._words(opening, self.taxonomy.devices, "appareil")
            inner = self._parts(content, section)
            return ForDevices(self.taxonomy.expand(devices) if devices else (), devices, inner)
        if name == "public":
            audiences = self._words(opening, self.taxonomy.audiences, "public")
            return ForAudiences(audiences, self._parts(content, section))
        if name == "ecran":
            source = content[0].text or ""
            screen = read_screen(source, opening.argument, self.report, line, self.taxonomy)
            return Picture(screen, line) if screen else None
        return self._quiz(title, content, line)

    def _report_empty(self, name: str, line: int) -> None:
        self.report.add(
            Code.EMPTY_BLOCK,
            line,
            f"le bloc « {name} » est vide",
            expected="un texte, avant les barres qui le referment",
            hint="écrivez ce texte, ou retirez le bloc",
        )

    def _words(self, opening: Opening, known: Iterable[str], meaning: str) -> tuple[str, ...]:
        """Read ``android, iphone``, the argument of a block."""
        keys = {fold(key): key for key in known}
        words = []
        for word in filter(None, (part.strip() for part in opening.argument.split(","))):
            if fold(word) in keys:
                words.append(keys[fold(word)])
                continue
            near = closest(word, keys.values())
            self.report.add(
                Code.UNKNOWN_WORD,
                opening.line,
                f"« {word} » n’est pas un {meaning} connu",
                found=word,
                expected=enumerate_french(keys.values()) + " (déclarés dans taxonomie.yml)",
                hint=f"vouliez-vous dire « {near} » ?" if near else "",
            )
        return tuple(words)

    def _answers(self, content: list[ElementTree.Element], line: int) -> tuple[Answer, ...]:
        items = [item for block in content if block.tag in {"ul", "ol"} for item in block]
        answers = [self._answer(item, line) for item in items]
        if len(items) < 2 or len(content) > 1:
            self.report.add(
                Code.WRONG_ANSWERS,
                line,
                "« demander » attend une liste de réponses, et rien d’autre",
                found=f"{len(items)} réponse" + ("s" if len(items) > 1 else ""),
                expected="au moins deux lignes qui commencent par un tiret",
                hint="- **Oui** : « Très bien. »",
            )
        return tuple(answer for answer in answers if answer is not None)

    def _answer(self, item: ElementTree.Element, line: int) -> Answer | None:
        """Read ``**réponse** : « words »``, or a link, or the words and then a link."""
        holder = item[0] if len(item) and item[0].tag == "p" else item
        label = holder[0] if len(holder) else None
        begins_bold = label is not None and label.tag == "strong" and not _strip(holder.text)
        if label is None or not begins_bold:
            self._report_answer(line, _text(item), "la réponse ne commence pas par du gras")
            return None
        rest = ElementTree.Element("span")
        rest.text = re.sub(r"^[\s\u00a0\u202f]*:[\s\u00a0\u202f]*", "", label.tail or "")
        jump = None
        for child in list(holder)[1:]:
            target = child.get("href", "")
            if child.tag == "a" and jump is None and (jump := self._jump(child, target)):
                _append_text(rest, child.tail)
            else:
                rest.append(child)
        said = _text(rest).strip(" .")
        if said and not _is_quoted(rest):
            self._report_answer(
                line,
                _text(rest).strip(),
                "il manque les guillemets « » autour des mots à lire",
                f"- **{_text(label)}** : « {_text(rest).strip(' «»')} »",
            )
            return None
        if not said and jump is None:
            self._report_answer(line, _text(item), "il n’y a rien à lire après cette réponse")
            return None
        _unquote(rest)
        label.tail = None
        words = self.reader.inner_html(rest) if said else Markup()
        return Answer(self.reader.inner_html(label), words, jump)

    def _report_answer(
        self, line: int, found: str, problem: str, hint: str = "- **Oui** : « Très bien. »"
    ) -> None:
        place = self._find_line(found[:25], line)
        self.report.add(
            Code.WRONG_ANSWERS,
            place,
            problem,
            found=found,
            expected="- **réponse** : « ce qui se lit », ou un lien vers une fiche",
            hint=hint,
        )

    def _jump(self, link: ElementTree.Element, target: str) -> Jump | None:
        address, _, anchor = target.partition("#")
        step = STEP_ANCHOR.fullmatch(anchor)
        label = self.reader.inner_html(link)
        if target.startswith("#") and step:
            return Jump("", int(step[1]), label)
        if address.startswith(f"{SITE}tutoriels/"):
            reference = address.removeprefix(f"{SITE}tutoriels/").strip("/")
            return Jump(reference, int(step[1]) if step else 0, label)
        return None

    def _quiz(self, question: Markup, content: list[ElementTree.Element], line: int) -> Quiz:
        options: list[Option] = []
        explanation: list[ElementTree.Element] = []
        for block in content:
            items = list(block) if block.tag in {"ul", "ol"} else []
            ticks = [self._tick(item) for item in items]
            if items and all(ticks):
                options.extend(option for option in ticks if option)
            else:
                explanation.append(block)
        if len(options) < 2 or not any(option.right for option in options) or not explanation:
            self.report.add(
                Code.WRONG_QUIZ,
                line,
                "la question n’est pas complète",
                found=f"{counted(len(options), 'réponse')}, dont "
                f"{sum(option.right for option in options)} juste, et "
                + ("une explication" if explanation else "pas d’explication"),
                expected="au moins deux réponses, dont une juste, puis une explication",
                hint="- [ ] Une réponse fausse, - [x] La bonne réponse, puis une phrase",
            )
        return Quiz(question, tuple(options), self.reader.html(explanation), line)

    def _tick(self, item: ElementTree.Element) -> Option | None:
        holder = item[0] if len(item) and item[0].tag == "p" else item
        match = _TICK.match(holder.text or "")
        if match is None:
            return None
        holder.text = (holder.text or "")[match.end() :]
        if not _text(holder):
            return None
        return Option(self.reader.inner_html(holder), match[1] != "")

    def _resolve_links(self, root: ElementTree.Element) -> None:
        """Turn each link to a source file into an address from the root of the site."""
        for link in root.iter("a"):
            target = link.get("href", "")
            resolved = self.resolve(target)
            if resolved is None:
                self.report_link(target, self._next_line(target))
                link.attrib.pop("href", None)
            else:
                link.set("href", resolved)

    def report_link(self, target: str, line: int) -> None:
        """Report a link that no reader could follow."""
        self.report.add(
            Code.WRONG_LINK,
            line,
            "ce lien ne peut pas être suivi",
            found=target,
            expected="une adresse en https://, ou le fichier d’une autre fiche (.md)",
            hint=_likely_address(target),
        )

    def resolve(self, target: str) -> str | None:
        """Return the address of a link, counted from the root of the site; None: it has none."""
        try:
            parts = urlsplit(target)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            whole = bool(parts.netloc) if parts.scheme == "https" else bool(parts.path)
            return target if whole and parts.scheme in {"https", "mailto", "tel"} else None
        if not parts.path:
            self.mentions.append(Mention(self.path, self._next_line(target), target))
            return target
        if not parts.path.endswith(".md") or parts.path.startswith("/"):
            return None
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(parts.path)))
        if path.startswith("../"):
            return None
        self.mentions.append(Mention(path, self._next_line(target), target))
        address = re.sub(r"(?:^|/)index$", "", path.removesuffix(".md"))
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        return f"{SITE}{address}/{fragment}"

    def _next_line(self, target: str) -> int:
        """Return the line of a link: its second occurrence is not that of the first."""
        seen = self.seen[target] = self.seen.get(target, 0) + 1
        if target not in self.places:
            self.places[target] = [
                number
                for number, line in enumerate(self.source, 1 + self.line_offset)
                for _occurrence in range(line.count(target))
            ]
        lines = self.places[target]
        return lines[min(seen, len(lines)) - 1] if lines else 1 + self.line_offset

    def _find_line(self, text: str, fallback: int) -> int:
        """Return the first line that holds ``text``."""
        for number, line in enumerate(self.source, 1 + self.line_offset):
            if text in line or text.strip("* ") in line.replace("*", ""):
                return number
        return fallback


def _likely_address(target: str) -> str:
    if target.startswith("www."):
        return f"écrivez : https://{target}"
    if target.startswith("http://"):
        return f"écrivez : https://{target.removeprefix('http://')}"
    return "[fiche 101](../cyber-hygiene/message-suspect.md)"


def _text(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _strip(text: str | None) -> str:
    return (text or "").strip()


def _is_quoted(element: ElementTree.Element) -> bool:
    """Tell whether one pair of guillemets holds all that ``element`` says."""
    text = _text(element).rstrip(" .")
    depth = 0
    for place, character in enumerate(text):
        depth += {"«": 1, "»": -1}.get(character, 0)
        if depth == 0:
            return place > 0 and place == len(text) - 1
    return False


def _unquote(element: ElementTree.Element) -> None:
    """Take off the guillemets around all that ``element`` says."""
    element.text = re.sub(r"^\s*«[\s\u00a0\u202f]*", "", element.text or "")
    last = element[-1] if len(element) else None
    end = element.text if last is None else last.tail or ""
    bare = re.sub(r"[\s\u00a0\u202f]*»[\s.]*$", "", end)
    if last is None:
        element.text = bare
    else:
        last.tail = bare


def _append_text(element: ElementTree.Element, text: str | None) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + (text or "")
    else:
        element.text = (element.text or "") + (text or "")
