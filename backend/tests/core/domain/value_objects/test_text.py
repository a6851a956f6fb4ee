from dataclasses import replace

import pytest

from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.domain.value_objects.unique_id import UniqueId

AUTHOR = Owner(id=IntIdentifier(1), uuid=UniqueId.generate(), name=Name(first_name="Jigoro"))
DUTCH = LocaleText(
    locale="nl", format="md", title="Judo", content="Welkom", summary="Hoi", author=AUTHOR
)
ENGLISH = replace(DUTCH, locale="en", content="Welcome")


def test_adding_a_translation_leaves_the_original_as_it_was() -> None:
    dutch = Text({"nl": DUTCH})

    both = dutch.add_translation(ENGLISH)

    assert dutch.locales == ("nl",)
    assert both.locales == ("nl", "en")
    assert both.get_translation("en") == ENGLISH


def test_a_language_is_added_once() -> None:
    with pytest.raises(KeyError, match="nl"):
        Text({"nl": DUTCH}).add_translation(DUTCH)


def test_a_missing_translation_cannot_be_got_replaced_or_removed() -> None:
    text = Text({"nl": DUTCH})

    for change in (text.replace_translation, text.remove_translation):
        with pytest.raises(KeyError):
            change(ENGLISH)
    with pytest.raises(KeyError):
        text.get_translation("en")


def test_replacing_and_removing_give_new_texts() -> None:
    text = Text({"nl": DUTCH, "en": ENGLISH})
    changed = replace(ENGLISH, title="Changed")

    assert text.replace_translation(changed).get_translation("en").title == "Changed"
    assert not text.remove_translation(DUTCH).contains_translation("nl")
    assert text == Text({"nl": DUTCH, "en": ENGLISH})


def test_a_text_does_not_change_with_the_mapping_it_was_made_from() -> None:
    contents = {"nl": DUTCH}
    text = Text(contents)

    contents.clear()

    assert list(text) == [DUTCH]
