"""What the benchmarks share: servers, clients, wrk, figures and the report."""
