"""Pages about the app itself: help, languages, welcomes, health, style guide."""
