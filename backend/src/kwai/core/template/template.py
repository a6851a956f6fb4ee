"""What can be rendered."""

from abc import ABC, abstractmethod


class Template(ABC):
    """A template with its variables still open."""

    @abstractmethod
    def render(self, **kwargs: object) -> str:
        """Render the whole template; a variable that is missing raises."""

    @abstractmethod
    def render_block(self, block: str, **kwargs: object) -> str:
        """Render one named block of the template, without what stands around it.

        Raises:
            KeyError: the template has no such block.
        """
