"""People's phones in tests: one set of verbs, on Chromium, WebKit and Firefox."""
