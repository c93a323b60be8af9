"""What can go wrong in a way that a person should be told about."""

from __future__ import annotations


class Failure(Exception):
    """Something a person can meet: a code, and facts that never hold the person's own words.

    The sentence for it lives in `assets/languages/wording.<lang>.toml` under the code (see `Wording.sentence`).
    Whatever is raised and is not a `Failure` is a bug.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({told})" if told else self.code
