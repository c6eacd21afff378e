"""The guide's generator: load → render → diagrams → pages → checks. Never imports mkdocs."""
