"""The entry. `streamlit run dashboard.py` imports this file for `app`, then runs it as a script for every visitor."""

import streamlit as st

if __name__ == "__main__":
    from assessment.ui.frame import show

    show()
else:
    from assessment.ui import server

    app = st.App(__file__, routes=server.ROUTES, middleware=server.MIDDLEWARE, lifespan=server.lifespan)
