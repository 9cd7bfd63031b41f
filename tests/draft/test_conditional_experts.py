"""What an expert expects under a condition keeps it, all the way to the forecast."""

from detente.draft.drafting import draft
from detente.forecast.forecasting import forecast
from detente.read.claim import Document
from detente.read.reading import read

TEXT = """\
Aldova is considering a naval blockade of Borland. Borland has warned that it would strike Aldova's ships.
Mira Voss, an analyst at the Selin Institute, said that a strike by Borland is likely if Aldova imposes a blockade.
Jon Ray, a researcher at the Selin Institute, said that Aldova is unlikely to impose a blockade.
"""


def test_a_forecast_under_a_condition_is_no_forecast_without_it():
    conflict = draft(read(Document(id="d1", title="", date=None, source="note", text=TEXT)))
    told = {one.by: (one.of, one.given) for one in conflict.experts}
    assert told["Mira Voss"] == ("borland.strike", "aldova.blockade")
    assert told["Jon Ray"] == ("aldova.blockade", "")
    found = forecast(conflict, draws=200)
    assert [view.by for view in found.options["borland.strike"].experts] == []
    assert [view.by for view in found.options["aldova.blockade"].experts] == ["Jon Ray"]
    (one,) = found.conditionals
    assert one.experts[0].by == "Mira Voss"
    assert one.probability > found.options["borland.strike"].probability
