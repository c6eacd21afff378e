"""Every check is a generator of problems; its docstring is the rule."""
