"""Alignment of two versions of a document, paragraph by paragraph."""

from briefer.core.align.paragraphs import align

__all__ = ["align"]
