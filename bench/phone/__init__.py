"""What a person waits for: taps, arrivals and opening, in Chromium (T)."""
