"""考核方案: what is in force, and the way to change it."""

from assessment.ui import empty, load, scheme_book
from assessment.ui.scope import require_scope

scope = require_scope()
if not load.type_names():
    empty.store(scope)
else:
    scheme_book.picture.draw(scope)
    scheme_book.handing_in.draw(scope)
