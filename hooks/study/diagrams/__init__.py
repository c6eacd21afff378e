"""A board → Mermaid text → SVG → figure. Nothing here imports mkdocs."""
