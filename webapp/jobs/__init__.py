"""When to run what nobody asked for: Huey ticks each minute, then one call into domain each."""
