"""Models and queries for goals: planning, meeting, parking and closing them."""
