"""The table of single words that translate each other: worked out of a lexicon once, read at every start.

Working it out takes a quarter of a second. So the table carries a key that says of what it was made, and
one with another key counts as none.
"""

from __future__ import annotations

from briefer.core.align.translations import Translations


def format_words(translations: Translations, key: str) -> str:
    """The table: the key in the first line; then a word, a tab and its translations, parted by spaces.

    `key` is in one line.
    """
    pairs = sorted(translations.pairs.items())
    return "".join(f"{line}\n" for line in (key, *(f"{word}\t{' '.join(sorted(to))}" for word, to in pairs)))


def parse_words(text: str, key: str) -> Translations | None:
    """What the table holds; None when it was made of something else or is damaged."""
    head, _, rest = text.partition("\n")
    cells = [line.split("\t") for line in rest.splitlines()]
    if head != key or not rest.endswith("\n") or not all(len(row) == 2 and all(row) for row in cells):
        return None
    pairs = {word: frozenset(answers.split(" ")) for word, answers in cells}
    return Translations(pairs, frozenset(pairs), frozenset().union(*pairs.values()))
