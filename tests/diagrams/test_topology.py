"""Hand-written fences in two languages."""

from __future__ import annotations

import pytest

from study.diagrams.topology import different, fences, skeleton, written

EN = """# Page

```mermaid title="Path" desc="A path."
flowchart TB
  %% a comment
  subgraph g[Core services]
    a[Gateway] -->|"35K QPS"| b("Ranker")
  end
  b -- every hour --> c[(Store)]
  c -.-> d{Enough?}
```
"""
ZH = """# 页

正文。

```mermaid title="路径" desc="一条路径。"
flowchart TB
  subgraph g[核心服务]
    a[网关] -->|"3.5 万 QPS"| b("精排")
  end
  b -- 每小时 --> c[(存储)]
  c -.-> d{够吗？}
```
"""


def test_labels_may_differ() -> None:
    assert list(different(EN, ZH, "docs/en/p.md", "docs/zh/p.md")) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("a[网关]", "a(网关)", 8),
        ("c -.-> d", "c --> d", 11),
        ("c -.-> d", "d -.-> c", 11),
        ("-->|", "-->", 8),
        ("  c -.-> d{够吗？}\n", "", 6 + 6 - 1),
    ],
)
def test_topology_may_not(old: str, new: str, line: int) -> None:
    [problem] = different(EN, ZH.replace(old, new), "docs/en/p.md", "docs/zh/p.md")
    assert (problem.path, problem.rule) == ("docs/zh/p.md", "T12")
    assert problem.line in (line, 5)


def test_a_missing_diagram() -> None:
    [problem] = different(EN, "# 页\n", "docs/en/p.md", "docs/zh/p.md")
    assert "0 diagrams here, 1 in docs/en/p.md" in problem.message


def test_sequences() -> None:
    en = "sequenceDiagram\n participant u as User\n u->>+m: ask\n Note over u,m: wait\n loop every day\n m-->>-u: answer\n end"
    zh = (
        "sequenceDiagram\n participant u as 用户\n u->>+m: 提问\n Note over u,m: 等待\n loop 每天\n m-->>-u: 回答\n end"
    )
    assert skeleton(en) == skeleton(zh)
    assert skeleton(en) != skeleton(zh.replace("m-->>-u", "m->>-u"))


def test_an_example_inside_a_fence_is_no_diagram() -> None:
    assert fences("````md\n```mermaid\nflowchart TB\n```\n````\n") == []


def test_a_page_is_told_what_its_fences_lack() -> None:
    page = EN + '\n```mermaid title="State" desc="x"\nstateDiagram-v2\n  a --> b\n```\n'
    [problem] = written("docs/en/p.md", page)
    assert (problem.line, problem.rule) == (13, "diagram")
    assert "draw it as a flowchart" in problem.help
