"""CommonMark with tables and strikethrough; HTML in it is shown as text, never as HTML."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_core import StateCore

from kwai.core.text.markdown_budget import limit_costs

# With more lines than this, a text of 64 KiB has six characters in each. It is no text that people
# write, and it is shown as it is: a block on each line takes too long.
MOST_LINES = 10_000
_CELLS = {"th_open", "td_open"}
_ALIGN = "text-align:"


def render_markdown(text: str) -> str:
    """Convert markdown to HTML; it is still to be sanitised.

    The time grows with the length of the text only: what costs more than that in hostile texts
    stays plain text.
    """
    if text.count("\n") > MOST_LINES:
        return f"<p>{escapeHtml(text)}</p>\n"
    rendered: str = _parser().render(text)
    return rendered


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    limit_costs(parser)
    parser.core.ruler.push("align_cells", _align_cells)
    return parser


def _align_cells(state: StateCore) -> None:
    """Say the alignment of a cell without `style`, which the policy of our pages ignores."""
    for token in state.tokens:
        if token.type in _CELLS and (style := token.attrs.pop("style", None)):
            token.attrs["align"] = str(style).removeprefix(_ALIGN)
