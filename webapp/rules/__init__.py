"""Pure rules: values in, values out; no clock, no database, no Flask.

tests/test_layers.py holds that this imports nothing but the standard library.
"""
