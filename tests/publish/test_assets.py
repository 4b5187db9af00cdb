"""Assets are named by what they hold."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from boutdufil.publish.assets import gather

OVERRIDES = Path(__file__).parents[2] / "overrides"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder


FILES = {
    "css/site/20-base.css": "p {}\n\n",
    "css/site/10-tokens.css": ":root {}\n",
    "css/site/note.txt": "pas une feuille",
    "css/phone/10-desk.css": "main {}\n",
    "js/links.js": "go();\n",
    "js/form/20-page.js": "show();\n",
    "js/form/10-text.js": "write();\n\n",
}


def test_a_folder_is_one_sheet_or_one_script_in_the_order_of_its_names(tmp_path: Path) -> None:
    assets = gather(write(tmp_path, FILES))
    assert assets["site.css"].content == b":root{}\np{}\n"
    assert assets["phone.css"].content == b"main{}\n"
    assert assets["links.js"].content == b"go();\n"
    assert assets["form.js"].content == b"write();\nshow();\n"
    assert set(assets) == {"site.css", "phone.css", "links.js", "form.js"}


def test_remarks_stay_in_the_source(tmp_path: Path) -> None:
    script = """// Ce que fait ce script.
(function () {
  /** @param {string} a
   * @returns {string} */
  function go(a) { return "// " + a; } // pourquoi
  /* une */ stop(/** @type {Fil.Box} */ (go("/*")));
  /* Another
     remark. */
  var mark = a / (/[/*'"]/.exec(a));
  go("*/");
})();
"""
    rules = """/* Ce que fait cette feuille. */
:root { --dark: ; --light: initial } /* pourquoi */
p { background: url("//a.fr/*.png"); margin: calc(1rem + 2px) }
"""
    assets = gather(
        write(tmp_path, {"js/go.js": script, "js/a/1.js": script, "css/a/1.css": rules})
    )
    published = (
        """(function(){function b(a){return"// "+a;}stop((b("/*")));"""
        """var c=a/(/[/*'"]/.exec(a));b("*/");})();\n"""
    )
    assert assets["go.js"].content.decode() == assets["a.js"].content.decode() == published
    # « --dark:; » would be refused by old browsers.
    assert assets["a.css"].content.decode() == (
        ':root{--dark: ;--light:initial}p{background:url("//a.fr/*.png");margin:calc(1rem + 2px)}\n'
    )


def test_types_are_not_published(tmp_path: Path) -> None:
    assets = gather(write(tmp_path, {**FILES, "js/types.d.ts": "interface Window {}\n"}))
    assert set(assets) == {"site.css", "phone.css", "links.js", "form.js"}


def test_the_same_bytes_have_the_same_names_wherever_they_are(tmp_path: Path) -> None:
    here = gather(write(tmp_path / "ici", FILES))
    there = gather(write(tmp_path / "là", dict(reversed(FILES.items()))))
    assert here == there
    assert re.fullmatch(r"assets/site\.[0-9a-f]{10}\.css", here["site.css"].address)


def test_one_change_renames_that_asset_only(tmp_path: Path) -> None:
    former = gather(write(tmp_path, FILES))
    later = gather(write(tmp_path, {"js/links.js": "stop();\n"}))
    assert later["links.js"].address != former["links.js"].address
    assert later["site.css"] == former["site.css"]


def test_the_order_of_the_sheets_matters(tmp_path: Path) -> None:
    former = gather(write(tmp_path / "a", {**FILES}))
    swapped = {
        **FILES,
        "css/site/20-base.css": FILES["css/site/10-tokens.css"],
        "css/site/10-tokens.css": FILES["css/site/20-base.css"],
    }
    later = gather(write(tmp_path / "b", swapped))
    assert later["site.css"].address != former["site.css"].address


def test_a_sheet_names_a_font_as_it_is_published(tmp_path: Path) -> None:
    sheet = '@font-face { src: url("lettres-400.woff2"); } p { background: url("autre.png"); }'
    fonts = {"fonts/lettres-400.woff2": "des lettres", "fonts/LICENSE": "OFL"}
    assets = gather(write(tmp_path, {**FILES, **fonts, "css/site/15-letters.css": sheet}))
    font = assets["lettres-400.woff2"]
    assert re.fullmatch(r"assets/lettres-400\.[0-9a-f]{10}\.woff2", font.address)
    # Sheets and fonts lie side by side: no way leads from one to the other but the name.
    assert f'url("{font.address.removeprefix("assets/")}")'.encode() in assets["site.css"].content
    assert b'url("autre.png")' in assets["site.css"].content
    assert "LICENSE" not in assets


def test_another_font_renames_the_sheets_that_name_it(tmp_path: Path) -> None:
    sheet = {"css/site/15-letters.css": '@font-face { src: url("a.woff2"); }'}
    former = gather(write(tmp_path / "1", {**FILES, **sheet, "fonts/a.woff2": "avant"}))
    later = gather(write(tmp_path / "2", {**FILES, **sheet, "fonts/a.woff2": "après"}))
    assert later["site.css"].address != former["site.css"].address
    assert later["phone.css"] == former["phone.css"]


def test_the_fonts_are_those_that_their_note_declares() -> None:
    folder = Path(__file__).parents[2] / "overrides" / "assets" / "fonts"
    note = (folder / "LISEZMOI.md").read_text(encoding="utf-8")
    fonts = sorted(folder.glob("*.woff2"))
    assert len(fonts) == 2
    for font in fonts:
        digest = hashlib.sha256(font.read_bytes()).hexdigest()
        assert re.search(rf"`{font.name}` .* `{digest}`", note), font.name
    assert "SIL OPEN FONT LICENSE" in (folder / "LICENSE").read_text(encoding="utf-8")


def test_no_expression_stands_bare_after_a_division() -> None:
    """Where rjsmin reads it, without a grammar, « a / /b/ » is a remark; « a / (/b/) » is none."""
    # A division, then a slash that opens something: « x / / ».
    bare = re.compile(r"[\w)\]] / /")
    assert bare.search("a / /b/.exec(c)")
    scripts = [*OVERRIDES.glob("assets/js/**/*.js")]
    assert len(scripts) > 40
    assert [script.name for script in scripts if bare.search(script.read_text("utf-8"))] == []
