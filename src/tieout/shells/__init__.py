"""Thin: command line, web app, HTTP and MCP over the same Library."""
