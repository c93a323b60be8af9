"""What has been edited, step by step, back to the start and on again; it has no end but the window's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from grounding.practice.editing.draft import Draft

PAUSE_S = 1.5
"""What is typed in one field without such a pause is one thing to take back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Every draft there has been, and which of them stands now; drafts share what is alike in them."""

    drafts: tuple[Draft, ...]
    at: int = 0
    typing: Hashable = None
    """The field that is being typed in, or None."""
    typed_s: float = 0.0

    @classmethod
    def of(cls, draft: Draft) -> History:
        return cls(drafts=(draft,))

    @property
    def now(self) -> Draft:
        return self.drafts[self.at]

    @property
    def may_undo(self) -> bool:
        return self.at > 0

    @property
    def may_redo(self) -> bool:
        return self.at < len(self.drafts) - 1

    def with_draft(self, draft: Draft, *, typing: Hashable = None, now_s: float = 0.0) -> History:
        """Return the history with one more draft; what had been taken back is gone, as everywhere."""
        if draft is self.now:
            return self
        goes_on = typing is not None and typing == self.typing and now_s - self.typed_s < PAUSE_S and self.at > 0
        before = self.drafts[: self.at] if goes_on else self.drafts[: self.at + 1]
        return History(drafts=(*before, draft), at=len(before), typing=typing, typed_s=now_s)

    def undone(self) -> History:
        return replace(self, at=max(0, self.at - 1), typing=None)

    def redone(self) -> History:
        return replace(self, at=min(len(self.drafts) - 1, self.at + 1), typing=None)
