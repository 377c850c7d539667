"""A record of the house as the public shape, version 1."""

from typing import Any

from onrecord.export import shape, shape_claims
from onrecord.export.plain import plain_record, plain_value
from onrecord.model.claim import Claim, Statement, Voice
from onrecord.model.document import Document, Span
from onrecord.model.incident import Count, Finding, Incident, Record, Toll, Total
from onrecord.model.reading import Attribution, Mention
from onrecord.model.values import (
    Act,
    Actor,
    Interval,
    Place,
    Target,
    ThingFigure,
    TollFigure,
    Value,
    WeaponUse,
)


def to_contract(record: Record, *, full: bool = False) -> dict[str, Any]:
    """A record as the contract's JSON object; `full` adds attributions, places and dates."""
    return plain_record(to_shape(record, full=full))


def incident_to_contract(incident: Incident) -> dict[str, Any]:
    """One incident as the contract's JSON object, as it stands in a record's list."""
    plain: dict[str, Any] = plain_value(_incident(incident))
    return plain


def to_shape(record: Record, *, full: bool = False) -> shape.Record:
    """A record in the public types; `full` adds attributions, places and dates."""
    text = record.document.text
    incident_of = {claim: incident.id for incident in record.incidents for claim in incident.claims}
    mentions = record.mentions if full else ()
    return shape.Record(
        version=shape.VERSION,
        document=_document(record.document),
        incidents=tuple(_incident(incident) for incident in record.incidents),
        totals=tuple(_total(total) for total in record.totals),
        statements=tuple(_statement(statement, text) for statement in record.statements),
        claims=tuple(_claim(claim, incident_of.get(claim.id), text) for claim in record.claims),
        set_aside=tuple(shape.SetAside(_quote(s.quote, text), s.reason) for s in record.set_aside),
        failures=tuple(shape.Failure(f.stage, f.reason, f.origin) for f in record.failures),
        attributions=tuple(_attributed(a, text) for a in record.attributions) if full else None,
        places=tuple(_place_mention(m, text) for m in mentions if m.label == "PLACE") if full else None,
        dates=tuple(_date_mention(m, text) for m in mentions if m.label == "DATE") if full else None,
    )


def _quote(span: Span, text: str) -> shape_claims.Quote:
    return shape_claims.Quote(span.start, span.end, span.text_in(text))


def _document(document: Document) -> shape.DocumentFacts:
    return shape.DocumentFacts(
        id=document.id,
        url=document.url,
        outlet=document.outlet,
        title=document.title,
        published=document.published,
        lang=document.lang,
        sha256=document.sha256 or None,
        notes=document.notes,
    )


def _incident(incident: Incident) -> shape.Incident:
    return shape.Incident(
        id=incident.id,
        family=incident.family,
        type=incident.type,
        summary=incident.summary,
        when=_when(incident.when) if incident.when else None,
        where=_where(incident.where) if incident.where else None,
        attackers=tuple(_attacker(found) for found in incident.attackers),
        targets=tuple(shape.TargetHit(found.text, found.value.kind, found.claims) for found in incident.targets),
        weapons=incident.weapons,
        tolls=tuple(_toll(toll) for toll in incident.tolls),
        counts=tuple(_count(count) for count in incident.counts),
        claims=incident.claims,
    )


def _when(found: Finding[Interval]) -> shape.When:
    value = found.value
    return shape.When(value.earliest, value.latest, value.precision, found.claims)


def _where(found: Finding[Place]) -> shape.Where:
    value = found.value
    return shape.Where(
        name=value.name,
        text=found.text,
        path=value.path,
        country=value.country,
        country_name=value.country_name,
        lat=value.lat,
        lon=value.lon,
        precision=value.precision,
        gazetteer_id=value.gazetteer_id,
        claims=found.claims,
        inferred=value.inferred,
    )


def _attacker(found: Finding[Actor]) -> shape.Attacker:
    return shape.Attacker(
        name=found.value.name,
        text=found.text,
        country=found.value.country,
        kind=found.value.kind,
        alleged=found.value.alleged,
        contested=found.contested,
        claims=found.claims,
    )


def _toll(toll: Toll) -> shape.Toll:
    return shape.Toll(
        status=toll.status,
        group=toll.group,
        low=toll.low,
        best=toll.best,
        high=toll.high,
        scope=toll.scope,
        contested=toll.contested,
        revised=toll.revised,
        claims=toll.claims,
        figures=tuple(shape.Quoted(quoted.claim, quoted.standing) for quoted in toll.figures),
    )


def _count(count: Count) -> shape.Count:
    return shape.Count(count.what, count.status, count.low, count.best, count.high, count.claims)


def _period(value: Interval) -> shape_claims.Period:
    return shape_claims.Period(value.earliest, value.latest, value.precision)


def _total(total: Total) -> shape.Total:
    return shape.Total(
        status=total.status,
        group=total.group,
        party=total.party,
        low=total.low,
        best=total.best,
        high=total.high,
        period=_period(total.period) if total.period else None,
        claims=total.claims,
    )


def _statement(statement: Statement, text: str) -> shape.Statement:
    source = statement.voice.source if statement.voice else None
    return shape.Statement(
        kind=statement.kind,
        source=shape.Speaker(source.name, source.party) if source else None,
        target=statement.target,
        quote=_quote(statement.quote, text),
        claims=statement.claims,
    )


def _claim(claim: Claim, incident: str | None, text: str) -> shape_claims.Claim:
    return shape_claims.Claim(
        id=claim.id,
        incident=incident,
        slot=claim.slot,
        quote=_quote(claim.quote, text),
        sentence=shape_claims.Extent(claim.sentence.start, claim.sentence.end),
        attribution=_attribution(claim.voice, text) if claim.voice else None,
        modality=claim.modality,
        hedge=claim.hedge,
        value=_value(claim.value) if claim.value else None,
        origin=claim.origin,
        about_enemy=claim.about_enemy,
    )


def _attribution(voice: Voice, text: str) -> shape_claims.Attribution:
    words = voice.span
    source = shape_claims.Source(
        start=words.start if words else None,
        end=words.end if words else None,
        text=words.text_in(text) if words else None,
        name=voice.source.name,
        role=voice.source.role,
        party=voice.source.party,
    )
    return shape_claims.Attribution(source, _quote(voice.cue, text) if voice.cue else None, voice.channel, voice.chain)


def _value(value: Value) -> shape_claims.ClaimValue:
    match value:
        case TollFigure(quantity=q):
            return shape_claims.TollValue(q.low, q.best, q.high, value.group, value.scope)
        case ThingFigure(quantity=q):
            return shape_claims.CountValue(q.low, q.best, q.high, value.what, value.status)
        case Interval():
            return _period(value)
        case Place():
            return _place(value)
        case Actor():
            return shape_claims.ActorValue(value.name, value.country, value.kind, value.alleged)
        case Act():
            return shape_claims.ActValue(value.type, value.family)
        case Target():
            return shape_claims.TargetValue(value.kind)
        case WeaponUse():
            return shape_claims.WeaponValue(value.weapon)
        case _:
            return shape_claims.NumberValue(value.low, value.best, value.high)


def _place(value: Place) -> shape_claims.PlaceValue:
    return shape_claims.PlaceValue(
        name=value.name,
        path=value.path,
        country=value.country,
        country_name=value.country_name,
        lat=value.lat,
        lon=value.lon,
        precision=value.precision,
        gazetteer_id=value.gazetteer_id,
    )


def _attributed(attribution: Attribution, text: str) -> shape.AttributedWords:
    return shape.AttributedWords(
        source=_quote(attribution.source, text) if attribution.source else None,
        cue=_quote(attribution.cue, text) if attribution.cue else None,
        content=tuple(_quote(span, text) for span in attribution.content),
    )


def _place_mention(mention: Mention, text: str) -> shape.PlaceMention:
    found = mention.value if isinstance(mention.value, Place) else None
    return shape.PlaceMention(
        start=mention.span.start,
        end=mention.span.end,
        text=mention.span.text_in(text),
        name=found.name if found else None,
        country=found.country if found else None,
        lat=found.lat if found else None,
        lon=found.lon if found else None,
        precision=found.precision if found else None,
        gazetteer_id=found.gazetteer_id if found else None,
    )


def _date_mention(mention: Mention, text: str) -> shape.DateMention:
    value = mention.value if isinstance(mention.value, Interval) else None
    return shape.DateMention(
        start=mention.span.start,
        end=mention.span.end,
        text=mention.span.text_in(text),
        timex=value.timex if value else None,
        earliest=value.earliest if value else None,
        latest=value.latest if value else None,
        precision=value.precision if value else "unknown",
    )
