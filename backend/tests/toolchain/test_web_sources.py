"""What the sources of the web application must not do, whatever its linter is told."""

from tests.support.processes import REPOSITORY

FRONTEND = REPOSITORY / "frontend"


def test_security_s36_one_component_shows_html() -> None:
    pages = [*(FRONTEND / "src").rglob("*.vue"), *(FRONTEND / "src").rglob("*.ts")]
    makers = ("v-html", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")

    found = {
        page.name
        for page in pages
        if not page.name.endswith(".test.ts")
        and any(maker in page.read_text(encoding="utf-8") for maker in makers)
    }

    assert found == {"RichText.vue"}


def test_security_s36_the_linter_forbids_it_elsewhere() -> None:
    config = (FRONTEND / "eslint.config.js").read_text(encoding="utf-8")

    assert "'vue/no-v-html': 'error'" in config
