"""Rules for teams and organisations."""
