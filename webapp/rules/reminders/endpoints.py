"""Addresses of push services. A browser names one, so anybody can: only four vendors' are called.

Else a person could make the server call any address, inside its own network too (A6).
"""

import re
from dataclasses import dataclass
from ipaddress import IPv6Network, ip_address

VENDORS = {  # the host of each vendor's service, or what it ends with after a dot
    "push.apple.com": "Apple",
    "fcm.googleapis.com": "Google",
    "notify.windows.com": "Microsoft",
    "updates.push.services.mozilla.com": "Mozilla",
}
LONGEST = 2_000  # characters; the longest seen have some 800
# Written as browsers write it: in small letters, without user, other port, or fragment.
FORM = re.compile(r"https://([a-z0-9.-]{1,253})(?::443)?(/[!-\"$-~]*)")
TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address behind a translator


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where pushes for a device go: a host at port 443, and the path there."""

    host: str
    path: str


def endpoint_of(url: str) -> Endpoint | None:
    """Return the endpoint at this address, None if it is none of a vendor's push service."""
    found = FORM.fullmatch(url) if len(url) <= LONGEST else None
    return Endpoint(found[1], found[2]) if found and vendor_of(found[1]) else None


def vendor_of(host: str) -> str:
    """Return the name of the vendor to whose push service this host belongs, "" if to none."""
    return next((name for end, name in VENDORS.items() if _is_within(host, end)), "")


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public internet.

    An IPv4 address that it carries inside has to be public too.
    """
    ip = ip_address(address)
    inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())] if ip.version == 6 else []
    if ip.version == 6 and ip in TRANSLATED:
        inner = [ip_address(int(ip) & 0xFFFFFFFF)]
    if any(not is_public(str(one)) for one in inner if one):
        return False
    return bool(inner and ip.version == 6 and ip in TRANSLATED) or _is_global(address)


def _is_global(address: str) -> bool:
    ip = ip_address(address)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _is_within(host: str, end: str) -> bool:
    # With the dot: else notpush.apple.com would pass.
    return host == end or host.endswith(f".{end}")
