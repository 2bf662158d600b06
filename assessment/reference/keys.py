"""What tells the rows of a reference table from each other."""

from assessment.reference.book.sheets import PLANS

KEYS = {
    table: (*(field.column for field in plan.fields[: plan.key_count]), *([plan.spread] if plan.spread else []))
    for table, plan in PLANS.items()
}
PRIMARY = ("unit_type", "unit", "scheme", "indicator")
"""Tables whose first column alone tells a row from the others."""
