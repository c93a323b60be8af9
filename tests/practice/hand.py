"""Practice files as different people write them by hand, and edits of them at random."""

from __future__ import annotations

from hypothesis import strategies as st

from grounding.base.assets import assets
from grounding.body.region import Region
from grounding.practice.editing.beginning import new_step
from grounding.practice.editing.edits import add, duplicate, move, remove, set_fields, step_at
from grounding.practice.practice import Kind

BY_HAND = """# for Tuesdays
format = 1
title = 'Mine'      # the title comes first here
id    = "mine"
summary = "A few words."

# ---- arriving ----
# (always the same)
[[step]]
kind = "arrive"   # always
seconds = 40
prompt = [ {text = "Hello."}, # before noon
  # after noon
  {text = "Here.", quiet_s = 10.0} ] # enough

# the hands, and whatever else comes
[[step]]
kind = "scan"
seconds = 30
regions = [
  "hands",  # first
  "feet",
]
  # any of them
  [[step.place]]
  region = "any"
    [[step.place.prompt]]
    text = "You might notice, or not."   # "or not" matters
    quiet_s = 20

  [[step.place]]
  region = "feet"
  prompt = [{text = '''The ground might be there, or "ground".''', clip = "feet.flac"}]

[[step]]
kind = "breathe" # [[step]] in a comment is none
breaths = 4
  # a prompt of its own
  [[step.prompt]]
  text = "You can breathe # with it [[step]] or not."

[[step]]
# silence
kind = "stay"

# the end
"""
IN_BRACKETS = """format = 1
id = "brackets"
title = "In brackets"
summary = "Every table on a line."
step = [
  {kind = "arrive", seconds = 30, prompt = [{text = "Here, or there."}]}, # one
  # two
  {kind = "scan", seconds = 50, regions = ["hands"], place = [{region = "any", prompt = [{text = "Or not."}]}]},
]
"""
FILES = {
    "by hand": BY_HAND,
    "with other ends of lines": BY_HAND.replace("\n", "\r\n"),
    "without an end of its last line": BY_HAND.rstrip("\n"),
    "in brackets": IN_BRACKETS,
    **{
        path.parent.name: path.read_text(encoding="utf-8")
        for path in sorted((assets() / "practices").glob("*/practice.toml"))
    },
}

NUMBERS = st.integers(0, 4)
SHORT = st.text(st.sampled_from("ab \"\\'#[]=ä\u200d"), min_size=0, max_size=12)
SECONDS = st.sampled_from([None, 0, 1, 5.5, 30, 60, 7200, 9000])
PROMPTS = st.one_of(
    st.tuples(NUMBERS, NUMBERS).map(lambda at: (*step_at(at[0]), ("prompt", at[1]))),
    st.tuples(NUMBERS, NUMBERS, NUMBERS).map(lambda at: (*step_at(at[0]), ("place", at[1]), ("prompt", at[2]))),
)
TABLES = st.one_of(
    PROMPTS,
    NUMBERS.map(step_at),
    st.tuples(NUMBERS, NUMBERS).map(lambda at: (*step_at(at[0]), ("place", at[1]))),
)
EDITS = st.one_of(
    st.builds(lambda text: set_fields((), title=text), SHORT),
    st.builds(lambda text: set_fields((), summary=text), SHORT),
    st.builds(lambda where, text: set_fields(where, text=text), PROMPTS, SHORT),
    st.builds(lambda where, seconds: set_fields(where, quiet_s=seconds), PROMPTS, SECONDS),
    st.builds(lambda at, seconds: set_fields(step_at(at), seconds=seconds), NUMBERS, SECONDS),
    st.builds(lambda at, seconds: set_fields(step_at(at), quiet_s=seconds), NUMBERS, SECONDS),
    st.builds(lambda at, breaths: set_fields(step_at(at), breaths=breaths, seconds=None), NUMBERS, NUMBERS),
    st.builds(
        lambda at, key: set_fields(step_at(at), pattern=key), NUMBERS, st.sampled_from([None, "box", "own-pace"])
    ),
    st.builds(
        lambda at, regions: set_fields(step_at(at), regions=regions),
        NUMBERS,
        st.lists(st.sampled_from([each.value for each in Region]), max_size=4, unique=True),
    ),
    st.builds(lambda at, on: set_fields(step_at(at), named_first=on), NUMBERS, st.sampled_from([None, True, False])),
    st.builds(
        lambda at, kind: add(step_at(at), new_step(kind, "Perhaps this, or not.")), NUMBERS, st.sampled_from(Kind)
    ),
    st.builds(lambda where, text: add(where, {"text": text}), PROMPTS, SHORT),
    st.builds(
        lambda at, number, region: add(
            (*step_at(at), ("place", number)), {"region": region.value, "prompt": [{"text": "Or not."}]}
        ),
        NUMBERS,
        NUMBERS,
        st.sampled_from(Region),
    ),
    st.builds(remove, TABLES),
    st.builds(duplicate, TABLES),
    st.builds(move, TABLES, NUMBERS),
)
