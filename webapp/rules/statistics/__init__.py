"""The exact statistics behind the insights; each module names the source of its formula.

tests/rules/test_oracle.py holds them to SciPy, ties included (H2).
"""
