"""Use cases for teams and organisations."""
