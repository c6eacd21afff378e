"""The built site, read back as a browser would: its links, ids, languages and redirects."""
