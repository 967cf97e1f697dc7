"""Names as people at a counter may see them."""

_HIDDEN = "*"


def masked(name: str) -> str:
    """A name that its owner recognises and nobody else learns: 王*琳, 王*, G*** H***."""
    name = name.strip()
    if name.isascii():
        return " ".join(word[0] + _HIDDEN * 3 for word in name.split())
    if len(name) <= 2:
        return name[:1] + _HIDDEN
    return name[0] + _HIDDEN * (len(name) - 2) + name[-1]
