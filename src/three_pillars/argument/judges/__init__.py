"""Judges of the claims on the thaw and its occasion, a file for each chapter."""
