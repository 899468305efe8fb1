"""Pages: what they cost the server, and what Lighthouse says of them."""
