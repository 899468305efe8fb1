"""Plain forms: as entries, stored once, limited, kept through signing in."""
