"""The real Mermaid parser in an embedded JavaScript engine: a judge that shares nothing with merman.

Mermaid wants a page, so it gets a stub that answers everything with nothing. It parses here; it never draws.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import quickjs

STUB = """
globalThis.window = globalThis.self = globalThis;
const nothing = () => {};
const element = () => new Proxy(function () {}, {
  get: (target, key) => key === Symbol.toPrimitive ? () => "" : key === "length" ? 0 : element(),
  apply: () => element(), construct: () => element(), set: () => true,
});
globalThis.document = {
  createElement: element, createElementNS: element, querySelector: () => null, querySelectorAll: () => [],
  addEventListener: nothing, documentElement: element(), head: element(), body: element(), currentScript: null,
  implementation: { createHTMLDocument: element },
};
globalThis.addEventListener = globalThis.setTimeout = globalThis.clearTimeout = nothing;
globalThis.navigator = { userAgent: "" };
globalThis.location = { href: "", protocol: "https:" };
globalThis.CSS = { supports: () => false };
globalThis.Option = function () { return { style: {} }; };
globalThis.console = { log: nothing, warn: nothing, error: nothing, info: nothing, debug: nothing, trace: nothing };
globalThis.structuredClone ??= (value) => JSON.parse(JSON.stringify(value));
Function.prototype.sanitize = String; // DOMPurify without a page has neither
Function.prototype.addHook = nothing;
"""

READ = """
globalThis.answer = "";
const read = (db) => db.getVertices
  ? { nodes: Object.fromEntries([...db.getVertices().values()].map((v) => [v.id, v.text])),
      edges: db.getEdges().map((e) => [e.start, e.end, e.text, e.id]),
      groups: db.getSubGraphs().map((g) => [g.id, g.title, g.nodes]) }
  : { nodes: Object.fromEntries([...db.getActors().values()].map((a) => [a.name, a.description])),
      edges: db.getMessages().map((m, n) => [m.from, m.to, m.message, `i${n}`]), groups: [] };
globalThis.understand = (source) => mermaid.mermaidAPI.getDiagramFromText(source).then(
  (diagram) => { answer = JSON.stringify(read(diagram.db)); },
  (error) => { answer = JSON.stringify({ error: String(error.message), syntax: Boolean(error.hash) || /^No diagram type/.test(error.message) }); });
"""


class Understood(NamedTuple):
    """What Mermaid found in a text: node → label, edges (from, to, label, id), groups (id, label, nodes)."""

    nodes: dict[str, str]
    edges: list[tuple[str, str, str, str]]
    groups: list[tuple[str, str, list[str]]]


class NotMermaidError(Exception):
    """Mermaid's own message on a text that it does not accept."""


class Oracle:
    """Mermaid's parser, loaded once."""

    def __init__(self, bundle: Path) -> None:
        self._js = quickjs.Context()
        self._js.eval(STUB)
        self._js.eval(bundle.read_text("utf-8"))
        self._js.eval("mermaid.parse('flowchart TB')")  # the first parse registers the kinds of diagram
        self._run()
        self._js.eval(READ)

    def understand(self, source: str) -> Understood:
        """What Mermaid reads in `source`."""
        self._js.set("source", source)
        self._js.eval("understand(source)")
        self._run()
        said: dict[str, Any] = json.loads(str(self._js.eval("answer")))
        if "error" in said:
            if not said["syntax"]:
                raise RuntimeError(f"the stub lacks something that Mermaid wants: {said['error']}")
            raise NotMermaidError(said["error"])
        nodes = {id: _shown(label) for id, label in said["nodes"].items()}
        edges = [(start, end, _shown(label), id) for start, end, label, id in said["edges"]]
        return Understood(nodes, edges, [(id, _shown(label), sorted(inside)) for id, label, inside in said["groups"]])

    def _run(self) -> None:
        while self._js.execute_pending_job():
            pass


def _shown(label: str) -> str:
    """Mermaid keeps entities in a code of its own until it draws."""
    return label.replace("ﬂ°lt¶ß", "<").replace("ﬂ°gt¶ß", ">").replace("<br/>", " ")
