"""The verbs: what a person may do, in transactions. No HTTP, no HTML."""
