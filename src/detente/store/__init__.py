"""The case that grows: reports in, what changed out.

A case is a folder with a model that people edit and a store of everything that
came in: documents, claims, corrections, versions of the model, runs and
forecasts. The store is a SQLite file in the folder, or a PostgreSQL database
for a team. Nothing in it is ever overwritten.
"""
