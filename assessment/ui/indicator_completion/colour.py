"""The colour of a cell of the map (domain.md section 5, Completion as shown: colour by s)."""

from assessment import labels

_STEPS = ((0.60, "a4"), (0.75, "a3"), (0.90, "a2"), (0.98, "a1"), (1.02, "z"), (1.05, "b1"))
"""Upper ends of the shares of the weight that take a colour: amber below the plan, near-white at it, blue above."""


def colour(share: object) -> str:
    """The CSS class of a share of the weight."""
    if labels.is_missing(share):
        return "none"
    return next((look for limit, look in _STEPS if float(str(share)) < limit), "b2")
