"""`python -m bench`: how fast and small the app is, with a floor measured in the same run."""
