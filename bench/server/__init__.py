"""The server process: requests per second, memory, start, and two processes compared with one."""
