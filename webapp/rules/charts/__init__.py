"""Shapes of charts and pictures, as numbers."""
