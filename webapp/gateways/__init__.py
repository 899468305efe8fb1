"""The outside world: what sends to other servers. Each has a protocol, a real one and a twin."""
