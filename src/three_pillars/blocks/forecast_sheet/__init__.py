"""The forecast sheet: say how likely, then see what came."""

from .forecast_sheet import forecast_sheet

__all__ = ["forecast_sheet"]
