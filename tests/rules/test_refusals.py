"""A reference with many faults is refused with all of them named, and the store is left as it was."""

import re

from assessment.store import Store, fingerprint
from tests.rules.spoiled_reference import Files, changed, faults, scheme, with_rows


def test_many_faults_are_named_at_once(golden_county: Store, golden_reference: Files) -> None:
    files = changed(golden_reference, "rule", "J01,20,completion", "J01,25,completion")
    files = changed(files, "rule", "S01,15,standard_line,88,", "S01,15,standard_line,,")
    files = changed(files, "rule", "J03,20,growth_gap", "J03,20,growth")
    files = changed(files, "target", "2026-01,A02,J01,1800", "2026-01,A02,J01,-1")
    files = with_rows(files, "membership", "A05,A,2026-03-01,")
    files = with_rows(files, "unit_alias", "甲镇人民政府,A02")
    files |= {"scheme.csv": scheme("2026,方案,2026-01,2", "alpha")}
    found = [re.sub(":.*", "", fault) for fault in faults(golden_county, files)]
    assert sorted(found) == [
        "membership.csv A05",
        "reference unit_alias.csv 甲镇人民政府",
        "rule.csv 2026 A",
        "rule.csv 2026 A J03",
        "rule.csv 2026 A S01",
        "scheme.csv 2026 alpha",
        "target.csv 3",
        "unit_alias.csv 甲镇人民政府",
    ]


def test_cells_that_cannot_be_read_are_named_at_once(golden_county: Store, golden_reference: Files) -> None:
    files = changed(golden_reference, "rule", "J01,20,completion", "J01,二十,completion")
    files = changed(files, "indicator", "J03,固定资产投资增速", "J03,")
    files = changed(files, "membership", "A05,A,2020-01-01,", "A05,A,2020-13-01,")
    files |= {"weights.csv": b"a,b\n1,2\n", "scheme.csv": scheme("2026,方案,2026-01,half", "quota_rounding")}
    del files["unit_type.csv"]
    found = [re.sub(r" .*?: ", " ", fault, count=1) for fault in faults(golden_county, files)]
    assert sorted(fault.partition(";")[0].partition(":")[0] for fault in found) == [
        "indicator.csv A value is needed here.",
        "membership.csv “2020-13-01” is not a date (2026-06-30).",
        "rule.csv “二十” is not a number.",
        "scheme.csv “half” is not known here",
        "unit_type.csv This file is missing or empty",
        "weights.csv This file is not a table",
    ]


def test_a_refused_reference_leaves_every_table_as_it_was(golden_county: Store, golden_reference: Files) -> None:
    was = fingerprint(golden_county)
    faults(golden_county, changed(golden_reference, "rule", "J01,20,completion", "J01,25,completion"))
    faults(golden_county, changed(golden_reference, "rule", "J01,20,completion", "J01,二十,completion"))
    assert fingerprint(golden_county) == was


def test_a_column_that_does_not_exist_is_named(golden_county: Store, golden_reference: Files) -> None:
    files = golden_reference | {"scheme.csv": scheme("2026,方案,2026-01,1", "bonus_ceiling")}
    (fault,) = faults(golden_county, files)
    assert fault.startswith("scheme.csv bonus_ceiling: There is no column bonus_ceiling; columns are: scheme_id, ")
