"""The whole guide as one EPUB a language."""
