"""The exact statistics behind the insights; each module names the source of its formula.

tests/rules/statistics/test_oracle.py compares them with SciPy, ties included (H2).
"""
