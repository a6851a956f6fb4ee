"""One folding of text for everything that people compare, sort or search by."""

import unicodedata


def normalise(text: str) -> str:
    """Fold case and drop accents, so that `É` and `e` sort and match alike (NFKD, casefold)."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    # Casefolding can produce new composed characters; a second pass makes the result stable.
    return unicodedata.normalize("NFKD", bare)
