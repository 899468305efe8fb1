"""HTTP only: read the request, call one thing, choose a template. Never writes to the database."""
