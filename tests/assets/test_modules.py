"""Modules joined into one behave as they did apart."""

from __future__ import annotations

import pytest
import quickjs

from study.assets.modules import UnjoinableError, joined

SITE = 'const needs = {\n  "a": "one",\n  \'b[c="d"]\': "two",\n};\nfor (const name of Object.values(needs)) import(`./${name}.js`);'


def test_each_runs_once_and_what_is_lazy_stays_apart() -> None:
    modules = {
        "site": SITE,
        "one": 'import { shared } from "./both.js";\nshared.push("one");\nexport const lazy = () => import("./late.js");',
        "two": 'import { shared, add as plus } from "./both.js";\nplus("two");',
        "both": "export const shared = [];\nexport function add(it) {\n  shared.push(it);\n}\nglobalThis.seen = shared;",
        "late": 'import { shared } from "./both.js";\nshared.push("late");',
    }
    made = joined(modules, "site")
    js = quickjs.Context()
    js.eval(made["site"].replace("export const need", "globalThis.need"))
    while js.execute_pending_job():
        pass
    assert js.eval("seen.join()") == "one,two"
    assert "late" not in made["site"].replace('import("./late.js")', "")
    assert made["late"].startswith("import{shared}from")
    assert made["both"] == 'import{need}from"./site.js";export const{shared,add}=await need("both");'


@pytest.mark.parametrize("line", ['import * as all from "./both.js";', "export default 1;", "export { x };"])
def test_what_cannot_be_joined_is_said(line: str) -> None:
    with pytest.raises(UnjoinableError, match=r"one\.js: cannot join"):
        joined({"site": SITE, "one": line, "two": "", "both": ""}, "site")


def test_the_entry_cannot_be_inside() -> None:
    with pytest.raises(UnjoinableError, match=r"site\.js is imported"):
        joined({"site": SITE, "one": 'import { wake } from "./site.js";', "two": ""}, "site")
