"""The look all figures share: one palette of roles, one template, no legend, no tool bar, no grid that is not read.

A figure names colours by their role in the light palette. On screen the stylesheet turns each into the reader's theme
(`assessment/ui/assets/figures.css`), so a figure is made once and follows a change of theme without a rerun.
"""

from dataclasses import dataclass, fields

import plotly.graph_objects as go

FONT = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"
SIZE = 13


@dataclass(frozen=True)
class Palette:
    """Colours by role. Each is unique: the stylesheet tells roles apart by their colour."""

    ink: str = "#1C2430"
    muted: str = "#5C6672"
    hair: str = "#E3E6EB"
    panel: str = "#F5F6F8"
    ground: str = "#FFFFFF"
    blue: str = "#1F4E79"
    mid: str = "#6FA3CF"
    pale: str = "#CFE0F0"
    grey: str = "#C6CCD4"
    amber: str = "#D9822B"
    amber_pale: str = "#F3D9BD"
    red: str = "#B23A2E"


SCREEN = Palette()
ROLES = tuple(field.name for field in fields(Palette))


def base(palette: Palette, height: int, left: int = 8, right: int = 8, top: int = 8, bottom: int = 28) -> go.Figure:
    """An empty figure of a height in pixels with the house template; margins in pixels."""
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "tickfont": {"color": palette.muted, "size": SIZE},
        "automargin": False,
    }
    return go.Figure(
        layout={
            "height": height,
            "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0},
            "font": {"family": FONT, "size": SIZE, "color": palette.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {
                "bgcolor": palette.ground,
                "bordercolor": palette.grey,
                "font": {"family": FONT, "size": SIZE, "color": palette.ink},
                "align": "left",
            },
            "separators": ".,",
            "uirevision": "kept",
        }
    )
