"""Reads lines of a hash and JSON; fails where the JSON is not as RFC 8785 has it, or the hash is not its SHA-256."""

import hashlib
import json
import sys


def number(value):
    """A number as ECMAScript prints it."""
    if isinstance(value, int) or value == int(value) and abs(value) < 1e21:
        return str(int(value))
    digits, _, exponent = repr(value).partition("e")
    if not exponent:
        return digits
    exponent = int(exponent)
    if -7 < exponent < 0:
        sign = "-" if value < 0 else ""
        return sign + "0." + "0" * (-exponent - 1) + digits.lstrip("-").replace(".", "")
    return f"{digits.removesuffix('.0')}e{exponent:+d}"


def canonical(value):
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


wrong = 0
for line in sys.stdin.buffer:
    hash, _, text = line.rstrip(b"\n").partition(b" ")
    if canonical(json.loads(text)).encode() != text:
        print("not canonical:", text[:200])
        wrong += 1
    if hashlib.sha256(text).hexdigest().encode() != hash:
        print("another hash:", hash.decode())
        wrong += 1
sys.exit(1 if wrong else 0)
