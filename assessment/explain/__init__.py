"""How a number came about, in words: stored terms in, sentences out; nothing is computed here but its wording."""

from assessment.explain.cell import Explanation, explain
from assessment.explain.names import function_name

__all__ = ["Explanation", "explain", "function_name"]
