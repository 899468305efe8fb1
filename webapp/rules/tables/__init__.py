"""Reading tables of numbers: from a CSV file, or pasted from a spreadsheet."""
