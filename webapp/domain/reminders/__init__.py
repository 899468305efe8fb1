"""What comes when: planning prompts, what they say, and what people want of them (R47)."""
