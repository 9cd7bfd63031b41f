"""What may come: forecasts, conditionals, effects."""
