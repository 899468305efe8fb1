"""Rules for recognition: thanks for outcomes (R33, R34)."""
