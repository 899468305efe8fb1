"""Use cases for goals: planning, completing, parking and closing them."""
