"""The forecasting room: a conflict in, probabilities out.

``detente.forecast(...)`` is `detente.forecast.forecasting.forecast`.
"""

from detente._verbs import make_callable

make_callable(__name__, "detente.forecast.forecasting", "forecast")
