"""The judges of the constraint part, a file for each chapter."""
