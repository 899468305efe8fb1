"""Reading the repository itself: documents, imports, the wheel."""
