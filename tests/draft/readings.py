"""Readings made by hand: what a good reader would say of five reports in our own words."""

from typing import Any

from detente.read.claim import Actor, Claim, Document, Reading


class Report:
    """A report that claims are taken from, each by its quote."""

    def __init__(self, title: str, date: str, text: str, **actors: str) -> None:
        self.document = Document("d1", title, date, f"{title}.txt", text)
        self.claims: list[Claim] = []
        self.actors: list[Actor] = []
        for actor, forms in actors.items():
            self.actor(actor, *forms.split("|"))

    def actor(
        self, id_: str, name: str, *forms: str, role: str = "party", kind: str = "state"
    ) -> None:
        """Add an actor with its mentions."""
        text, spans = self.document.text, []
        for form in (name, *forms):
            start = text.find(form)
            while start >= 0:
                spans.append(("d1", start, start + len(form)))
                start = text.find(form, start + 1)
        self.actors.append(Actor(id_, name, tuple(sorted(spans)), role, kind))

    def say(
        self, kind: str, quote: str, actor: str | None, action: str | None, **fields: Any
    ) -> str:
        """Add a claim and return its id."""
        start = self.document.text.index(quote)
        plain: dict[str, Any] = {
            "event": None,
            "target": None,
            "status": None,
            "negated": False,
            "speaker": None,
            "likelihood": None,
            "date": None,
            "condition": None,
        }
        claim = Claim(
            id=f"c{len(self.claims) + 1}",
            document="d1",
            kind=kind,
            actor=actor,
            action=action,
            quote=quote,
            start=start,
            end=start + len(quote),
            **{**plain, **fields},
        )
        self.claims.append(claim)
        return claim.id

    def reading(self) -> Reading:
        """Return what was said so far."""
        return Reading((self.document,), tuple(self.actors), tuple(self.claims))


def report(text: str) -> tuple[Report, Any]:
    """Return a report on three states, and what adds a claim to it."""
    made = Report("", "2020-05-05", text, north="North", south="South", west="West")
    return made, made.say


def troops_and_weapons() -> Reading:
    """Retell the autumn of 2024 as the project's first article tells it."""
    text = (
        "Soldiers from North Korea have been deployed alongside the Russian army, officials say. "
        "NATO has so far only provided weapons to Ukraine because of concerns about Russian "
        "retaliation. It is again discussing a deployment of troops. "
        "Russia has called NATO troops in Ukraine a red line. "
        "In February France said that sending troops could not be ruled out. "
        "Lithuania urged allies to reconsider the dispatch of troops. "
        "For the first time South Korea is considering supplying lethal weapons to Ukraine, and "
        "Russia has drawn a red line there as well. "
        "South Korea says that it will take phased measures corresponding to military cooperation "
        "between Russia and North Korea. "
        "NATO has no clear mandate for an intervention. "
        "Hong Min, a researcher in Seoul, said that NATO is very concerned about Russia using "
        "tactical nuclear weapons, and that the likelihood of NATO's intervention is low. "
        "If South Korea supplies lethal weapons, Russia could provide North Korea with strategic "
        "weapons technology. That step could lead to irreversible hostility with Russia. "
        "South Korea is checking whether its stockpiles of artillery shells are sufficient."
    )
    report = Report(
        "Troops and weapons",
        "2024-10-30",
        text,
        nato="NATO",
        russia="Russia|Russian",
        north_korea="North Korea",
        south_korea="South Korea",
        ukraine="Ukraine",
        france="France",
        lithuania="Lithuania",
    )
    report.actor("hong_min", "Hong Min", role="source", kind="person")
    say = report.say
    say(
        "event",
        "Soldiers from North Korea have been deployed",
        "north_korea",
        "deploy soldiers",
        event="MOBILIZE",
        status="done",
        target="ukraine",
        certainty="reported",
    )
    say(
        "event",
        "NATO has so far only provided weapons to Ukraine",
        "nato",
        "provide weapons to Ukraine",
        event="AID",
        status="ongoing",
        target="ukraine",
    )
    say(
        "option", "Russian retaliation", "russia", "retaliation", event="ASSAULT", status="possible"
    )
    say(
        "option",
        "It is again discussing a deployment of troops",
        "nato",
        "deployment of troops",
        event="MOBILIZE",
        status="considered",
    )
    say(
        "red_line",
        "Russia has called NATO troops in Ukraine a red line",
        "russia",
        "NATO troops in Ukraine",
        doer="nato",
        speaker="russia",
    )
    say(
        "option",
        "sending troops could not be ruled out",
        "france",
        "send troops",
        event="MOBILIZE",
        status="possible",
        speaker="france",
    )
    say(
        "option",
        "the dispatch of troops",
        "lithuania",
        "dispatch of troops",
        event="MOBILIZE",
        status="demanded",
        speaker="lithuania",
    )
    lethal = say(
        "option",
        "South Korea is considering supplying lethal weapons to Ukraine",
        "south_korea",
        "supply lethal weapons to Ukraine",
        event="AID",
        status="considered",
        target="ukraine",
        novel=True,
    )
    say(
        "red_line",
        "Russia has drawn a red line there as well",
        "russia",
        "supply lethal weapons",
        doer="south_korea",
        because=(lethal,),
    )
    cooperation = say(
        "event",
        "military cooperation between Russia and North Korea",
        "north_korea",
        "military cooperation",
        event="COOPERATE",
        status="ongoing",
        target="russia",
    )
    say(
        "conditional",
        "it will take phased measures corresponding to military cooperation",
        "south_korea",
        "take phased measures",
        status="planned",
        speaker="south_korea",
        condition="military cooperation between Russia and North Korea",
        because=(cooperation,),
    )
    say("constraint", "NATO has no clear mandate for an intervention", "nato", "intervention")
    say(
        "option",
        "Russia using tactical nuclear weapons",
        "russia",
        "use tactical nuclear weapons",
        event="ASSAULT",
        status="possible",
        speaker="hong_min",
    )
    say(
        "forecast",
        "the likelihood of NATO's intervention is low",
        "nato",
        "intervention",
        speaker="hong_min",
        likelihood="low likelihood",
        low=0.05,
        high=0.25,
    )
    say(
        "consequence",
        "Russia could provide North Korea with strategic weapons technology",
        "russia",
        "provide strategic weapons technology to North Korea",
        event="AID",
        status="possible",
        target="north_korea",
        doer="south_korea",
        because=(lethal,),
    )
    say(
        "consequence",
        "That step could lead to irreversible hostility with Russia",
        None,
        None,
        doer="south_korea",
        because=(lethal,),
        irreversible=True,
    )
    say(
        "constraint",
        "whether its stockpiles of artillery shells are sufficient",
        "south_korea",
        "supply weapons",
    )
    return report.reading()


def islands() -> Reading:
    """Tell of the South Atlantic, April 1982."""
    text = (
        "Argentine troops occupy the Falkland Islands. Britain has sent a task force and demands "
        "that Argentina withdraw its forces. London is considering a landing. Argentina warned that "
        "it would attack British ships if they entered the zone. Britain declared an exclusion zone "
        "around the islands. The United States may impose sanctions on Argentina. "
        "A retired admiral thought a landing likely. Winter weather limits British operations."
    )
    report = Report(
        "",
        "1982-04-20",
        text,
        argentina="Argentina|Argentine",
        united_kingdom="Britain|British|London",
        united_states="United States",
    )
    report.actor("admiral", "A retired admiral", role="source", kind="person")
    say = report.say
    say(
        "event",
        "Argentine troops occupy the Falkland Islands",
        "argentina",
        "occupy the Falkland Islands",
        event="ASSAULT",
        status="ongoing",
        target="united_kingdom",
    )
    fleet = say(
        "event",
        "Britain has sent a task force",
        "united_kingdom",
        "send a task force",
        event="MOBILIZE",
        status="done",
        target="argentina",
    )
    say(
        "option",
        "Argentina withdraw its forces",
        "argentina",
        "withdraw its forces",
        event="RETREAT",
        status="demanded",
        speaker="united_kingdom",
    )
    landing = say(
        "option",
        "London is considering a landing",
        "united_kingdom",
        "landing",
        event="ASSAULT",
        status="considered",
        target="argentina",
    )
    say(
        "conditional",
        "it would attack British ships if they entered the zone",
        "argentina",
        "attack British ships",
        event="ASSAULT",
        status="threatened",
        speaker="argentina",
        target="united_kingdom",
        condition="they entered the zone",
        because=(fleet,),
    )
    say(
        "event",
        "Britain declared an exclusion zone",
        "united_kingdom",
        "declare an exclusion zone",
        event="COERCE",
        status="done",
        target="argentina",
    )
    say(
        "option",
        "The United States may impose sanctions on Argentina",
        "united_states",
        "impose sanctions on Argentina",
        event="SANCTION",
        status="possible",
        target="argentina",
    )
    say(
        "forecast",
        "thought a landing likely",
        "united_kingdom",
        "landing",
        speaker="admiral",
        likelihood="likely",
        low=0.55,
        high=0.85,
        because=(landing,),
    )
    say("constraint", "Winter weather limits British operations", "united_kingdom", "operations")
    return report.reading()


def river() -> Reading:
    """Tell of two states on one river: no weapons, a dam, a threat and an offer."""
    text = (
        "Syria is filling the reservoir behind its new dam. Iraq demands that Syria release water "
        "and has threatened to bomb the dam. Syria said it would release water if Iraq signed a "
        "treaty. Iraq has ruled out a treaty."
    )
    report = Report("The river", "1975-05-01", text, syria="Syria", iraq="Iraq")
    say = report.say
    say(
        "event",
        "Syria is filling the reservoir",
        "syria",
        "fill the reservoir",
        status="ongoing",
        event="COERCE",
        target="iraq",
    )
    say(
        "option",
        "Syria release water",
        "syria",
        "release water",
        status="demanded",
        event="CONCEDE",
        speaker="iraq",
        target="iraq",
    )
    say(
        "option",
        "threatened to bomb the dam",
        "iraq",
        "bomb the dam",
        status="threatened",
        event="ASSAULT",
        target="syria",
        speaker="iraq",
    )
    treaty = say(
        "option",
        "Iraq signed a treaty",
        "iraq",
        "sign a treaty",
        status="possible",
        event="AGREE",
        target="syria",
        speaker="syria",
    )
    say(
        "conditional",
        "it would release water if Iraq signed a treaty",
        "syria",
        "release water",
        status="planned",
        event="CONCEDE",
        condition="Iraq signed a treaty",
        because=(treaty,),
        speaker="syria",
        target="iraq",
    )
    say(
        "option",
        "Iraq has ruled out a treaty",
        "iraq",
        "sign a treaty",
        status="ruled_out",
        event="AGREE",
        speaker="iraq",
    )
    return report.reading()


def strait() -> Reading:
    """Tell of a red line without a named reply, and a promise with "unless"."""
    text = (
        "China has called a declaration of independence by Taiwan a red line. Taiwan has not "
        "declared independence. The United States sells arms to Taiwan and is considering selling "
        "long-range missiles. Japan said that it would join patrols unless China halts its drills. "
        "China is holding drills around the island."
    )
    report = Report(
        "",
        "2023-08-01",
        text,
        china="China",
        taiwan="Taiwan",
        united_states="United States",
        japan="Japan",
    )
    say = report.say
    say(
        "red_line",
        "China has called a declaration of independence by Taiwan a red line",
        "china",
        "declaration of independence",
        doer="taiwan",
        speaker="china",
    )
    say(
        "event",
        "Taiwan has not declared independence",
        "taiwan",
        "declare independence",
        status="done",
        negated=True,
    )
    say(
        "event",
        "The United States sells arms to Taiwan",
        "united_states",
        "sell arms to Taiwan",
        event="AID",
        status="ongoing",
        target="taiwan",
    )
    say(
        "option",
        "considering selling long-range missiles",
        "united_states",
        "sell long-range missiles",
        event="AID",
        status="considered",
        target="taiwan",
    )
    drills = say(
        "event",
        "China is holding drills around the island",
        "china",
        "hold drills",
        event="MOBILIZE",
        status="ongoing",
        target="taiwan",
    )
    say(
        "conditional",
        "it would join patrols unless China halts its drills",
        "japan",
        "join patrols",
        event="MOBILIZE",
        status="planned",
        speaker="japan",
        target="china",
        condition="China halts its drills",
        because=(drills,),
    )
    return report.reading()


def enclave() -> Reading:
    """Tell of a blockade, a warning of reprisal that others fear, an arms embargo that is lifted."""
    text = (
        "Azerbaijan has blockaded the corridor. Armenia fears a devastating reprisal by Azerbaijan if "
        "it recognises the enclave. Russia called on Azerbaijan to lift the blockade. France lifted "
        "its arms embargo and will deliver additional weapons to Armenia."
    )
    report = Report(
        "The corridor",
        "2023-02-11",
        text,
        azerbaijan="Azerbaijan",
        armenia="Armenia",
        russia="Russia",
        france="France",
    )
    say = report.say
    say(
        "event",
        "Azerbaijan has blockaded the corridor",
        "azerbaijan",
        "blockade the corridor",
        event="COERCE",
        status="ongoing",
        target="armenia",
    )
    recognises = say(
        "option",
        "it recognises the enclave",
        "armenia",
        "recognise the enclave",
        event="SUPPORT",
        status="possible",
    )
    say(
        "consequence",
        "a devastating reprisal by Azerbaijan if it recognises the enclave",
        "azerbaijan",
        "devastating reprisal",
        event="ASSAULT",
        status="possible",
        target="armenia",
        doer="armenia",
        because=(recognises,),
    )
    say(
        "option",
        "Azerbaijan to lift the blockade",
        "azerbaijan",
        "lift the blockade",
        event="CONCEDE",
        status="demanded",
        speaker="russia",
    )
    say(
        "event",
        "France lifted its arms embargo",
        "france",
        "lift its arms embargo",
        event="CONCEDE",
        status="done",
        target="armenia",
    )
    say(
        "option",
        "will deliver additional weapons to Armenia",
        "france",
        "deliver additional weapons to Armenia",
        event="AID",
        status="planned",
        target="armenia",
    )
    return report.reading()


ALL = {
    "troops_and_weapons": troops_and_weapons,
    "islands": islands,
    "river": river,
    "strait": strait,
    "enclave": enclave,
}
