"""What the pages draw with: the only room besides `pages/` and `dashboard.py` that imports Streamlit."""
