"""The judges of this part, a file a chapter; the ledger finds them by walking this folder."""
