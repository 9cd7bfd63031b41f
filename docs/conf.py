"""The Sphinx site: pages in MyST Markdown, references from docstrings."""

from importlib.metadata import version as version_of

project = "Détente"
author = "The Détente developers"
copyright = "2026, the Détente developers"  # noqa: A001 - Sphinx's name
version = release = version_of("detente")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.mathjax",
    "numpydoc",
]
myst_enable_extensions = ["dollarmath", "deflist", "colon_fence", "smartquotes"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
suppress_warnings = ["myst.header"]

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_type_aliases = {}
numpydoc_show_class_members = False
numpydoc_xref_param_type = False

html_theme = "furo"
html_title = "Détente"
html_static_path = ["_static"]
