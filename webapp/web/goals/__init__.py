"""Pages for goals: planning, meeting, parking and closing them."""
