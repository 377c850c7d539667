"""The public JSON shape, version 1: a record as plain values."""

from datetime import date
from typing import Any

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

VERSION = 1


def to_contract(record: Record, *, full: bool = False) -> dict[str, Any]:
    """A record as CONTRACT's JSON object; `full` adds attributions, places and dates."""
    text = record.document.text
    incident_of = {claim: incident.id for incident in record.incidents for claim in incident.claims}
    shape: dict[str, Any] = {
        "version": VERSION,
        "document": _document(record.document),
        "incidents": [_incident(incident) for incident in record.incidents],
        "totals": [_total(total) for total in record.totals],
        "statements": [_statement(statement, text) for statement in record.statements],
        "claims": [_claim(claim, incident_of.get(claim.id), text) for claim in record.claims],
        "set_aside": [{"quote": _span(s.quote, text), "reason": s.reason} for s in record.set_aside],
        "failures": [{"stage": f.stage, "reason": f.reason, "origin": f.origin} for f in record.failures],
    }
    if full:
        shape["attributions"] = [_attribution(a, text) for a in record.attributions]
        shape["places"] = [_place_mention(m, text) for m in record.mentions if m.label == "PLACE"]
        shape["dates"] = [_date_mention(m, text) for m in record.mentions if m.label == "DATE"]
    return shape


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text_in(text)}


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "url": document.url,
        "outlet": document.outlet,
        "title": document.title,
        "published": _day(document.published),
        "lang": document.lang,
        "sha256": document.sha256,
    }


def _interval(value: Interval) -> dict[str, Any]:
    return {"earliest": _day(value.earliest), "latest": _day(value.latest), "precision": value.precision}


def _place(value: Place) -> dict[str, Any]:
    return {
        "name": value.name,
        "path": list(value.path),
        "country": value.country,
        "country_name": value.country_name,
        "lat": value.lat,
        "lon": value.lon,
        "precision": value.precision,
        "gazetteer_id": value.gazetteer_id,
    }


def _incident(incident: Incident) -> dict[str, Any]:
    return {
        "id": incident.id,
        "family": incident.family,
        "type": incident.type,
        "summary": incident.summary,
        "when": incident.when and {**_interval(incident.when.value), "claims": list(incident.when.claims)},
        "where": incident.where and _where(incident.where),
        "attackers": [_attacker(found) for found in incident.attackers],
        "targets": [{"text": f.text, "kind": f.value.kind, "claims": list(f.claims)} for f in incident.targets],
        "weapons": list(incident.weapons),
        "tolls": [_toll(toll) for toll in incident.tolls],
        "counts": [_count(count) for count in incident.counts],
        "claims": list(incident.claims),
    }


def _where(found: Finding[Place]) -> dict[str, Any]:
    return {"text": found.text, **_place(found.value), "claims": list(found.claims)}


def _attacker(found: Finding[Actor]) -> dict[str, Any]:
    value = found.value
    return {
        "name": value.name,
        "text": found.text,
        "country": value.country,
        "kind": value.kind,
        "alleged": value.alleged,
        "contested": found.contested,
        "claims": list(found.claims),
    }


def _toll(toll: Toll) -> dict[str, Any]:
    return {
        "status": toll.status,
        "group": toll.group,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "scope": toll.scope,
        "contested": toll.contested,
        "revised": toll.revised,
        "claims": list(toll.claims),
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "what": count.what,
        "status": count.status,
        "low": count.low,
        "best": count.best,
        "high": count.high,
        "claims": list(count.claims),
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "status": total.status,
        "group": total.group,
        "party": total.party,
        "low": total.low,
        "best": total.best,
        "high": total.high,
        "period": total.period and _interval(total.period),
        "claims": list(total.claims),
    }


def _statement(statement: Statement, text: str) -> dict[str, Any]:
    source = statement.voice and {"name": statement.voice.source.name, "party": statement.voice.source.party}
    return {
        "kind": statement.kind,
        "source": source,
        "target": statement.target,
        "quote": _span(statement.quote, text),
        "claims": list(statement.claims),
    }


def _voice(voice: Voice | None, text: str) -> dict[str, Any] | None:
    if voice is None:
        return None
    words = _span(voice.span, text) if voice.span else {"start": None, "end": None, "text": None}
    source = {**words, "name": voice.source.name, "role": voice.source.role, "party": voice.source.party}
    return {
        "source": source,
        "cue": _span(voice.cue, text) if voice.cue else None,
        "channel": voice.channel,
        "chain": list(voice.chain),
    }


def _claim(claim: Claim, incident: str | None, text: str) -> dict[str, Any]:
    return {
        "id": claim.id,
        "incident": incident,
        "slot": claim.slot,
        "quote": _span(claim.quote, text),
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "attribution": _voice(claim.voice, text),
        "modality": claim.modality,
        "hedge": claim.hedge,
        "value": claim.value and _value(claim.value),
        "origin": claim.origin,
    }


def _value(value: Value) -> dict[str, Any]:
    match value:
        case TollFigure():
            q = value.quantity
            return {"low": q.low, "best": q.best, "high": q.high, "group": value.group, "scope": value.scope}
        case ThingFigure():
            q = value.quantity
            return {"low": q.low, "best": q.best, "high": q.high, "what": value.what, "status": value.status}
        case Interval():
            return _interval(value)
        case Place():
            return _place(value)
        case Actor():
            return {"name": value.name, "country": value.country, "kind": value.kind, "alleged": value.alleged}
        case Act():
            return {"type": value.type, "family": value.family}
        case Target():
            return {"kind": value.kind}
        case WeaponUse():
            return {"weapon": value.weapon}
        case _:
            return {"low": value.low, "best": value.best, "high": value.high}


def _attribution(attribution: Attribution, text: str) -> dict[str, Any]:
    return {
        "source": attribution.source and _span(attribution.source, text),
        "cue": attribution.cue and _span(attribution.cue, text),
        "content": [_span(span, text) for span in attribution.content],
    }


def _place_mention(mention: Mention, text: str) -> dict[str, Any]:
    empty = {"name": None, "country": None, "lat": None, "lon": None, "precision": None, "gazetteer_id": None}
    value = mention.value
    found = {key: _place(value)[key] for key in empty} if isinstance(value, Place) else empty
    return {**_span(mention.span, text), **found}


def _date_mention(mention: Mention, text: str) -> dict[str, Any]:
    value = mention.value
    if not isinstance(value, Interval):
        return {**_span(mention.span, text), "timex": None, "earliest": None, "latest": None, "precision": "unknown"}
    return {**_span(mention.span, text), "timex": value.timex, **_interval(value)}
