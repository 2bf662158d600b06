"""The one HTML document, with our scripts and styles in its head, and the small files it names."""

import hashlib
import re
import time
from pathlib import Path
from urllib.parse import urlencode

import streamlit.file_util
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from assessment import access
from assessment.ui import visits
from assessment.ui.scope import HOME, PAGES

STATIC = Path(streamlit.file_util.get_static_dir())
ASSETS = Path(__file__).parent / "assets"
STYLES = "styles.css"
_KEEP = {"Cache-Control": "public, max-age=31536000, immutable"}
_EARLY = ("Html", "Text", "TextInput", "Selectbox", "ButtonGroup", "DownloadButton", "BidiComponent")
"""Bundles of what every page draws: asked for with the document, not one after the other when first met."""


def index_page() -> str:
    """Streamlit's index without its inline script (the CSP forbids inline code) and with our head."""
    bundles = [found.name for name in _EARLY for found in (STATIC / "static/js").glob(f"{name}.*.js")]
    head = [
        f"<link rel='stylesheet' href='{_asset_url(STYLES)}'>",
        f"<link rel='icon' type='image/svg+xml' href='{_asset_url('icon.svg')}'>",
        f"<script src='{_asset_url('translate.js')}'></script>",
        f"<script src='{_asset_url('together.js')}'></script>",
        f"<script src='{_asset_url('go.js')}' defer></script>",
        *(f"<link rel='modulepreload' crossorigin href='./static/js/{name}'>" for name in bundles),
    ]
    text = (STATIC / "index.html").read_text("utf-8")
    text = re.sub(r"<script>\s*window.prerenderReady.*?</script>", "", text, flags=re.DOTALL)
    text = re.sub(r"<link[^>]*(?:rel=\"shortcut icon\"|as=\"font\")[^>]*>", "", text)
    text = re.sub(r"<title>.*?</title>", "<title>实绩</title>", text)
    return text.replace("</head>", "".join(head) + "</head>", 1)


def style_sheet() -> bytes:
    """All our styles as one file: what every page has, figures, then each page's own."""
    return b"\n".join(
        path.read_bytes() for path in (*sorted(ASSETS.glob("*.css")), *sorted(ASSETS.glob("pages/*.css")))
    )


def _asset_url(name: str) -> str:
    content = style_sheet() if name == STYLES else (ASSETS / name).read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:12]
    return f"./assets/{name}?v={digest}"


INDEX = index_page()
KNOWN = {path.stem for path in PAGES.rglob("*.py")}
"""Pages by their address. Streamlit's own word on an unknown one is lost when the first run starts over."""


async def index(request: Request) -> Response:
    """`/` and `/<page>`; a name with a dot is one of Streamlit's own small files."""
    name = Path(request.path_params.get("page", "")).name
    if name == HOME:  # Streamlit knows its default page by "/" only
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/{query}")
    if "." not in name and name and name not in KNOWN:
        return RedirectResponse(f"/?{urlencode({'unknown': name[:40]})}")
    if "." not in name:
        return _page(request)
    if (STATIC / name).is_file():
        return FileResponse(STATIC / name)
    return Response(status_code=404)


def _page(request: Request) -> Response:
    """The document, and in a cookie the visit that this load belongs to."""
    answer = HTMLResponse(INDEX, headers={"Cache-Control": "no-cache"})
    trail = visits.follow(request.cookies.get(visits.COOKIE), int(time.time()), access.reader().data_version)
    answer.set_cookie(visits.COOKIE, str(trail), max_age=visits.KEPT, path="/", httponly=True, samesite="lax")
    return answer


async def asset(request: Request) -> Response:
    """`/assets/<name>`: the address changes with the content, so a browser may keep it."""
    path = ASSETS / Path(request.path_params["name"]).name
    if path.name == STYLES:
        return Response(style_sheet(), media_type="text/css", headers=_KEEP)
    if not path.is_file():
        return Response(status_code=404)
    return FileResponse(path, headers=_KEEP)
