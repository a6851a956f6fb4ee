"""Puts the built web application and the migrations into the wheel."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KwaiBuildHook(BuildHookInterface[Any]):
    """Users of a wheel need neither node nor a checkout; an editable install uses the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        files = {str(root / "backend" / "migrations"): "kwai/migrations"}
        frontend = root / "frontend"
        if (frontend / "package.json").exists():
            if not (frontend / "dist" / "index.html").exists():
                raise RuntimeError("The web application is not built; run make dist.")
            files[str(frontend / "dist")] = "kwai/static"
        build_data["force_include"].update(files)
