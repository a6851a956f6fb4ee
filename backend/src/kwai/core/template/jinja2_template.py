"""A template of Jinja2."""

from datetime import UTC, datetime

from jinja2 import Template as Jinja2

from kwai.core.template.template import Template


class Jinja2Template(Template):
    """Merges what is given to `render` over the variables that the engine gives to all."""

    def __init__(self, template: Jinja2, **kwargs: object) -> None:
        self._template = template
        self._kwargs = kwargs

    def render(self, **kwargs: object) -> str:
        return self._template.render(self._variables(kwargs))

    def render_block(self, block: str, **kwargs: object) -> str:
        context = self._template.new_context(self._variables(kwargs))
        return "".join(self._template.blocks[block](context))

    def _variables(self, kwargs: dict[str, object]) -> dict[str, object]:
        now = datetime.now(UTC)
        return {"now": now, "year": now.year, **self._kwargs, **kwargs}
