"""The way between two places over the ground."""

import math
from typing import Final

from onrecord.model.values import Place

EARTH_KM: Final = 6371.0


def kilometers(a: Place, b: Place) -> float | None:
    """The great-circle distance of their points in kilometers; None where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
