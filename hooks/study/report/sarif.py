"""For code scanning: SARIF 2.1.0, with the other language as related place and the edits of `study fix`."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any
from urllib.parse import quote

from study.problem import Mark, Problem
from study.report.case import Case, Edits, marks
from study.report.excerpt import visible
from study.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def written(case: Case) -> str:
    """One run; the same problems give the same text."""
    rules = sorted({problem.rule for problem in case.problems})
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "study", "rules": [_rule(rule, case) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "the folder that holds data/ and docs/"}}},
        "results": [_result(problem, case, rules.index(problem.rule), seen) for problem in case.problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(rule: str, case: Case) -> dict[str, Any]:
    level = RULES[rule].severity if rule in RULES else "error"
    page = case.page(rule)
    address = {"helpUri": page} if page.startswith("http") else {}
    return {"id": rule, "defaultConfiguration": {"level": level}, **address}


def _result(problem: Problem, case: Case, index: int, seen: Counter[str]) -> dict[str, Any]:
    here, *others = marks(problem) or (Mark(problem.path, problem.line, problem.column, 0),)
    fixes = case.fixes.get(problem, ())
    said = visible(problem.message) + (f"\nfix: {visible(problem.help)}" if problem.help else "")
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": said},
        "locations": [{"physicalLocation": _place(here)}],
        "partialFingerprints": {"ruleAndUnit/v1": _fingerprint(problem, seen)},
        **({"relatedLocations": [_related(n, mark) for n, mark in enumerate(others, 1)]} if others else {}),
        **({"fixes": [_fix(problem, fixes)]} if fixes else {}),
    }


def _fingerprint(problem: Problem, seen: Counter[str]) -> str:
    """Stays the same while lines move: the rule and the pair, counted where a pair breaks a rule more than once."""
    name = f"{problem.rule} {problem.key or f'{problem.path} {problem.message}'}"
    seen[name] += 1
    return f"{hashlib.sha256(name.encode()).hexdigest()[:16]}:{seen[name]}"


def _place(mark: Mark) -> dict[str, Any]:
    return {"artifactLocation": _file(mark.path), "region": _region(mark)}


def _related(id: int, mark: Mark) -> dict[str, Any]:
    return {"id": id, "message": {"text": "the other side"}, "physicalLocation": _place(mark)}


def _file(path: str) -> dict[str, str]:
    return {"uri": quote(path), "uriBaseId": "ROOT"}


def _region(mark: Mark) -> dict[str, int]:
    return {
        "startLine": mark.line,
        "startColumn": mark.column,
        "endLine": mark.line,
        "endColumn": mark.column + mark.length,
    }


def _fix(problem: Problem, edits: Edits) -> dict[str, Any]:
    """What `study fix` would write, by file."""
    files = sorted({edit.mark.path for edit in edits})
    changes = [
        {
            "artifactLocation": _file(path),
            "replacements": [
                {"deletedRegion": _region(edit.mark), "insertedContent": {"text": edit.text}}
                for edit in edits
                if edit.mark.path == path
            ],
        }
        for path in files
    ]
    return {"description": {"text": problem.help or "study fix"}, "artifactChanges": changes}
