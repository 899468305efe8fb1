"""`python -m bench`: how fast and how small the app is, beside a floor measured in the same run."""
