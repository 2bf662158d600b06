"""Pictures: plain data in, a plotly figure out. One module a figure; `look` holds what all of them share."""
