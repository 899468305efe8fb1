"""Languages: translations, which one a request is in, dates and numbers as it writes them."""
