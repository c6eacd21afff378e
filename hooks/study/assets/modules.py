"""Joins ES modules into the one that asks for them, so that a page makes one request instead of one a module.

A module's text becomes the body of a function that runs once, when it is first needed, and gives its exports:

    import { open } from "./popover.js";      const { open } = await need("popover");
    export function wake(root) { … }          function wake(root) { … } … return { wake };

A module that is imported only as `import("./name.js")` stays a file of its own; what it imports from joined modules it
finds in stubs of their names, which lead to the same instance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rjsmin import jsmin

_IMPORT = re.compile(r'^import (?:(\{[^}]*\}) from )?"\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function\*?|const|let|class) ([\w$]+)", re.MULTILINE)
_NEEDED = re.compile(r'^  .*: "([\w-]+)",$', re.MULTILINE)
_ANY = "import(`./${name}.js`)"
"""How the entry asks for a module that it names in its table."""
_LOADER = """const bodies = {{
{bodies}
}};
const made = {{}};
export const need = (name) => (made[name] ??= bodies[name]());
"""


class UnjoinableError(ValueError):
    """A module is written in a way that this cannot join."""


def joined(modules: Mapping[str, str], entry: str) -> dict[str, str]:
    """Name → text of every module: the entry with all that its table names inside, stubs for those, the others as they are."""
    inside = _closure(modules, _NEEDED.findall(modules[entry]))
    if entry in inside:
        raise UnjoinableError(f"{entry}.js is imported by a module that it names; import it as import('./{entry}.js')")
    bodies = "\n".join(f'"{name}": async () => {{\n{_body(modules[name], name)}\n}},' for name in inside)
    made = {name: _stub(name, text, entry) if name in inside else text for name, text in modules.items()}
    made[entry] = _LOADER.format(bodies=bodies) + modules[entry].replace(_ANY, "need(name)")
    return {name: jsmin(text) for name, text in made.items()}


def _closure(modules: Mapping[str, str], names: list[str]) -> list[str]:
    """`names` and all that they import, each once."""
    found: list[str] = []
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            waiting += (target for _, target in _IMPORT.findall(modules[name]))
    return sorted(found)


def _body(text: str, name: str) -> str:
    exports = _EXPORT.findall(text)
    body = _IMPORT.sub(lambda m: f'const {m[1] or "{}"} = await need("{m[2]}");'.replace(" as ", ": "), text)
    body = re.sub(r"^export (?=(?:async )?(?:function|const|let|class) )", "", body, flags=re.MULTILINE)
    for line in _left(body):
        raise UnjoinableError(
            f"{name}.js: cannot join `{line}`; write `import {{ … }} from` and `export function` or `const`"
        )
    return f"{body}\nreturn {{ {', '.join(exports)} }};"


def _left(body: str) -> Iterator[str]:
    yield from re.findall(r"^(?:import\b(?!\().*|export\b.*)", body, re.MULTILINE)


def _stub(name: str, text: str, entry: str) -> str:
    exports = ", ".join(_EXPORT.findall(text))
    return f'import {{ need }} from "./{entry}.js";\nexport const {{ {exports} }} = await need("{name}");\n'
