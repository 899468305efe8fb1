"""Models and queries for teams and organisations."""
