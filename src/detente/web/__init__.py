"""The workbench: a crisis in a browser, and the same as a REST API.

Nothing here is imported by ``import detente`` or ``detente --help``; the web
framework is the extra ``web``.
"""
