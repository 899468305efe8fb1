"""Pages for teams and organisations."""
