"""Computed figures: parse a formula, evaluate it with units, show it in both languages."""
