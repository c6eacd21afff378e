"""What English and Chinese of one pair must share; every rule is a generator of problems, its docstring is the rule."""
