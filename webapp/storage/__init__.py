"""The nouns: thin Peewee models and named queries that return queries or rows; no policy."""
