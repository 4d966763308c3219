"""The judges of the energy part, a file for each chapter."""
