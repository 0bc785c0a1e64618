"""The alignments of saved documents, and what was done to them by hand."""

from __future__ import annotations

from sqlalchemy import Connection

from briefer.core.bitext import Bitext
from briefer.core.corrections import Correction, Patch
from briefer.core.errors import CorrectionOvertaken, DocumentUnknown
from briefer.store.corrections import CorrectionStore
from briefer.store.documents import DocumentStore
from briefer.store.transactions import Transactions


class AlignmentStore:
    """Every method has its changes on disk when it returns, and raises LibraryError."""

    def __init__(self, transactions: Transactions, documents: DocumentStore) -> None:
        self._transactions = transactions
        self._documents = documents
        self._corrections = CorrectionStore()

    def bitext(self, document_id: str) -> Bitext | None:
        """The alignment alone, None where there is none. Raises DocumentUnknown."""
        with self._transactions.reading() as connection:
            self._require(connection, document_id)
            return self._documents.bitext(connection, document_id)

    def correct(self, document_id: str, correction: Correction, patch: Patch) -> Bitext:
        """Change the alignment by `patch`, and put the correction into its history.

        Raises DocumentUnknown, CorrectionOvertaken.
        """
        with self._transactions.writing() as connection:
            self._require(connection, document_id)
            self._corrections.add(connection, document_id, correction, patch)
            return self._patched(connection, document_id, patch)

    def step(self, document_id: str, *, back: bool) -> Bitext | None:
        """Undo the last correction, or do again the last one undone; None without one.

        Raises DocumentUnknown, CorrectionOvertaken.
        """
        with self._transactions.writing() as connection:
            self._require(connection, document_id)
            turn = self._corrections.step_back if back else self._corrections.step_forward
            patch = turn(connection, document_id)
            return self._patched(connection, document_id, patch) if patch else None

    def history(self, document_id: str) -> tuple[list[Correction], list[Correction]]:
        """What was done by hand, oldest first, and what can be done again, next first."""
        with self._transactions.reading() as connection:
            return self._corrections.history(connection, document_id)

    def _patched(self, connection: Connection, document_id: str, patch: Patch) -> Bitext:
        """Raises CorrectionOvertaken when the saved alignment is not the one that the patch is of."""
        bitext = self._documents.bitext(connection, document_id)
        try:
            patched = patch.applied(bitext) if bitext else None
        except ValueError as error:
            raise CorrectionOvertaken(id=document_id) from error
        if patched is None:
            raise CorrectionOvertaken(id=document_id)
        self._documents.write_bitext(connection, document_id, patched)
        return patched

    def _require(self, connection: Connection, document_id: str) -> None:
        if not self._documents.exists(connection, document_id):
            raise DocumentUnknown(reference=document_id)
