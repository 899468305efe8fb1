"""The geometry of charts and pictures, in numbers."""
