"""What the county's scheme documents say of each indicator: definitions, clauses, document numbers. All fictional."""

from functools import cache

from assessment.demo.tables import rows, weights

DOCUMENTS = {"2024": "澄考发〔2023〕8号", "2026": "澄考发〔2025〕27号"}
"""The document number of each scheme."""
FIRST_ARTICLE = 6
"""The article in which the first module's indicators stand; each further module has the next one."""
DIGITS = "零一二三四五六七八九"


@cache
def definitions() -> dict[str, tuple[str, str]]:
    """What each indicator measures, in Chinese and English, by its code."""
    return {row["indicator_id"]: (row["definition"], row["definition_en"]) for row in rows("definitions")}


@cache
def clauses() -> dict[tuple[str, str, str], str]:
    """Where a rule stands in a scheme's document, by scheme, module and indicator: `第六条第（三）项`."""
    modules: dict[str, dict[str, list[str]]] = {}
    for (scheme, _, code), weight in weights().items():
        listed = modules.setdefault(scheme, {}).setdefault(weight.module_id, [])
        if code not in listed:
            listed.append(code)
    return {
        (scheme, module, code): f"第{numeral(article)}条第（{numeral(item)}）项"
        for scheme, own in modules.items()
        for article, (module, codes) in enumerate(own.items(), FIRST_ARTICLE)
        for item, code in enumerate(codes, 1)
    }


def numeral(number: int) -> str:
    """A number from 1 to 99 as it is written in a document: 12 -> 十二."""
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"
