"""The judges of the part `verdict`, one file a chapter."""
