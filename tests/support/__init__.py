"""What tests and benchmarks share: servers, proxies, phones, people and things to record."""
