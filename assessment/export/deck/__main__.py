"""`python -m assessment.export.deck` makes the built-in template anew."""

from assessment.export.deck.house_template import template_bytes
from assessment.export.deck.template import HOUSE

HOUSE.parent.mkdir(exist_ok=True)
HOUSE.write_bytes(template_bytes())
