"""Which address a request comes from, when a proxy may have passed it on."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Network = IPv4Network | IPv6Network


def is_within(address: str, trusted: Network | None) -> bool:
    """Return whether this is an address of the trusted proxy."""
    parsed = address_of(address) if trusted else None
    return bool(parsed and trusted and parsed in trusted)


def client_of(peer: str, forwarded_for: str, trusted: Network | None) -> str:
    """Return the client's address: what the trusted proxy wrote last, or else the peer's.

    forwarded_for: the header X-Forwarded-For, whose earlier values the client itself may have sent.
    """
    last = forwarded_for.rpartition(",")[2].strip()
    if is_within(peer, trusted) and (client := address_of(last)):
        return str(client)
    return peer


def address_of(text: str) -> IPv4Address | IPv6Address | None:
    """Return the address that this text is, None if it is none."""
    try:
        address = ip_address(text.partition("%")[0])  # after % is an interface, or anything
    except ValueError:
        return None
    # A socket for both families writes 127.0.0.1 as ::ffff:127.0.0.1.
    return getattr(address, "ipv4_mapped", None) or address
