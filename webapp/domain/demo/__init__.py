"""A made-up person with twelve weeks of records, for looking around and for pictures."""
