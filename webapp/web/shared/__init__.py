"""What every page needs: requests, answers, forms, languages; imports no other area."""
