"""Values that every rule uses: text, ids, moments, days, fields, problems."""
