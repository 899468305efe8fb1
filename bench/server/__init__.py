"""The server process: requests a second, memory and start, two processes beside one."""
