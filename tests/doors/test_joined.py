"""A screen's modules in one script: what it means is what they mean one by one."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from server.doors.files import Files
from server.doors.joined import SCREENS, CannotJoin, Joined
from tests.doors.shop import Shop

MODULES = {
    "ui/vendor/lit.js": "var a=1,b=2;export{a as html,b as default};",
    "ui/one.js": """
        /** @typedef {import("lit").It} It */
        import lit, { html as h } from "lit";
        export const sum = h + lit;
        export async function later() { return 4; }
        export class Thing { /** @param {number} n */ constructor(n) { this.n = n; } }
    """,
    "ui/two.js": 'export { html } from "lit";\nexport const address = "http://x//y";',
    "phone/phone.js": """
        import * as one from "ui/one.js";
        import { Thing, sum } from "ui/one.js";
        import {
          address,
          html,
        } from "ui/two.js";
        import "./side.js";
        // A comment that names an import("./nowhere.js").
        const soon = import("./soon.js");
        soon.then(async ({ said }) => console.log(
          sum, one.sum, html, address,
          /** @type {import("./none.js").Thing} */ (new Thing(7)).n,
          await one.later(), said, globalThis.side,
        ));
    """,
    "phone/side.js": "globalThis.side = 5;",
    "phone/soon.js": 'export const said = "soon";',
}


def a_house(folder: Path, modules: dict[str, str]) -> Joined:
    for name, text in modules.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(re.sub(r"^        ", "", text, flags=re.MULTILINE).lstrip("\n"))
    return Joined(Files({"ui": folder / "ui", "phone": folder / "phone"}))


def test_one_script_does_what_the_modules_do(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here")
    joined = a_house(tmp_path, MODULES)
    script = joined.made("phone", ".js").text
    ran = subprocess.run([node, "-e", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "3 3 1 http://x//y 7 4 soon 5"


def test_what_goes_in_a_circle_is_not_joined(tmp_path: Path) -> None:
    circle = {"phone/side.js": 'import "./phone.js";\n', "phone/phone.js": 'import "./side.js";\n'}
    with pytest.raises(CannotJoin, match="circle"):
        a_house(tmp_path, circle).made("phone", ".js")


def test_what_changes_after_its_export_is_not_joined(tmp_path: Path) -> None:
    with pytest.raises(CannotJoin, match="export let n"):
        a_house(tmp_path, {"phone/phone.js": "export let n = 1;\n"}).made("phone", ".js")


def test_a_changed_module_has_another_address(tmp_path: Path) -> None:
    joined = a_house(tmp_path, MODULES)
    before = joined.address("phone", ".js")
    assert joined.address("phone", ".js") == before
    (tmp_path / "phone/side.js").write_text("globalThis.side = 6; // more")
    assert joined.address("phone", ".js") != before


class TestDoor:
    @pytest.mark.parametrize("screen", SCREENS)
    @pytest.mark.parametrize("kind", [".js", ".css"])
    def test_every_screen_is_kept_for_ever_by_its_content(
        self, screen: str, kind: str, shop: Shop
    ) -> None:
        address = shop.app.extensions["foyer"].joined.address(screen, kind)
        client = shop.app.test_client()
        answer = client.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert not re.search(rb"^(import|export)\b", answer.data, re.MULTILINE)

    def test_who_asks_for_an_older_one_gets_what_there_is_and_keeps_it_not(
        self, shop: Shop
    ) -> None:
        answer = shop.app.test_client().get("/joined/of-yesterday/phone.js")
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "no-cache"

    def test_there_is_nothing_else(self, shop: Shop) -> None:
        for path in ("/joined/x/nobody.js", "/joined/x/phone.ftl", "/joined/x/phone"):
            assert shop.app.test_client().get(path).status_code == 404
