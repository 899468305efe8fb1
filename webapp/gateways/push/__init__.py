"""Web push: sealed messages to the push services of the browsers' vendors."""
