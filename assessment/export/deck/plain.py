"""Text that every reader of XML takes."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def readable(value: Any) -> Any:
    """A deck, or a part of it, without control characters; line ends are all one kind."""
    if isinstance(value, str):
        return _UNREADABLE.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, tuple | list):
        return tuple(readable(one) for one in value)
    if isinstance(value, dict):
        return {readable(key): readable(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: readable(getattr(value, field.name)) for field in fields(value)})
    return value
