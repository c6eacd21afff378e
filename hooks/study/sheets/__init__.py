"""Cheat sheets: from the guide to sheets of paper."""
