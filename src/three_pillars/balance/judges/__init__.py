"""Judges of the claims on the balance of power, a file for each chapter."""
