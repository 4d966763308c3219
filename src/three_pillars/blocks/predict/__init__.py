"""Predict: commit to an answer, then see the chart."""

from .predict import predict

__all__ = ["predict"]
