"""Pages: their cost for the server, and their scores in Lighthouse."""
