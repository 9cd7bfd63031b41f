"""Continuous-time Markov chains: how likely, by when, and where they rest."""
