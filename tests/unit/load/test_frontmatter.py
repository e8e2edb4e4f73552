"""Front matter and body are split exactly where an editor sees the lines."""

from __future__ import annotations

import pytest

from kb.load.frontmatter import SplitError, read_document


def test_read_document_keeps_the_body_as_it_stands() -> None:
    """White space at both ends belongs to the body: it may be code, and it counts for lines."""
    document = read_document("---\nid: x\n---\n\n    code\n\nslot  \n\n")
    assert document.data == {"id": "x"}
    assert document.body == "\n    code\n\nslot  \n\n"
    assert document.body_line == 4


@pytest.mark.parametrize("text", ["---\nid: x\n---", "---\nid: x\n---   ", "---\nid: x\n---\n"])
def test_read_document_takes_a_file_without_body(text: str) -> None:
    """The closing line may be the last, with or without a line end."""
    document = read_document(text)
    assert (document.data, document.body) == ({"id": "x"}, "")


def test_read_document_closes_at_the_first_line_of_hyphens() -> None:
    """A later line of three hyphens is a rule in the body."""
    document = read_document("---\nid: x\n---\na\n\n---\n\nb\n")
    assert document.body == "a\n\n---\n\nb\n"


def test_read_document_leaves_sick_front_matter_to_the_careful_reader() -> None:
    """Without data the parts are still there."""
    document = read_document("---\nid: [\n---\ntekst\n")
    assert (document.data, document.front_matter, document.body) == (None, "id: [\n", "tekst\n")


@pytest.mark.parametrize(
    "text", ["", "\n\n", "tekst", "---x\n---\n", " ---\nid: x\n---\n", "\n---\nid: x\n---\n"]
)
def test_read_document_refuses_what_does_not_begin_with_hyphens(text: str) -> None:
    """The library would strip white space and go on; a file that only seems right is a finding."""
    with pytest.raises(SplitError) as caught:
        read_document(text)
    assert caught.value.rule.name == "no-front-matter"


@pytest.mark.parametrize("text", ["---", "---\n", "---\nid: x\n", "---\nid: x\n --- \n", "---\n----\n"])
def test_read_document_refuses_what_is_not_closed(text: str) -> None:
    """Only a line of exactly three hyphens closes."""
    with pytest.raises(SplitError) as caught:
        read_document(text)
    assert caught.value.rule.name == "unclosed-front-matter"
