"""Models and queries for goals: planning, completing, parking and closing them."""
