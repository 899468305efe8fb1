"""Rules for goals: planning, meeting, parking and closing them."""
