"""What is measured rather than tested; each writes a table beside itself."""
