"""What a person waits for: taps, arrivals and opening, on a real Chromium (T)."""
