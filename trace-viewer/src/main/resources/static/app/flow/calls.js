/**
 * What services did for a flow besides publishing facts, as far as they sent spans: calls to the outside, and attempts that failed. Without
 * spans there is nothing here, and everything else is the same.
 */
export function callsOf(details) {
  const spans = details.spans ?? [];
  const began = new Date(details.flow.began).getTime();
  const bySpan = new Map(spans.map((span) => [span.spanId, span]));
  const eventOfSpan = new Map(details.events.map((event) => [spanIdOf(event), event]));
  const worthShowing = spans.filter((span) => span.kind === 'CLIENT' || (span.failed && !hasFailedChild(span, spans)));
  return together(worthShowing.map((span) => ({
    key: `call-${span.spanId}`,
    kind: span.failed ? 'call failed' : 'call',
    service: span.service,
    causeId: causeOf(span, bySpan, eventOfSpan)?.id,
    label: span.name,
    afterMillis: Math.max(0, new Date(span.began).getTime() - began),
    call: span,
  })));
}

/** What failed again and again stands once, where it failed first: thirty attempts at the same say no more than one that is counted. */
function together(calls) {
  const first = new Map();
  return calls.sort((a, b) => a.afterMillis - b.afterMillis).filter((call) => {
    if (!call.call.failed) return true;
    const name = `${call.service} ${call.label} ${call.causeId}`;
    const before = first.get(name);
    if (before) before.again.push(call);
    else first.set(name, Object.assign(call, { again: [] }));
    return !before;
  });
}

/** The span in which an event was published. */
export function spanIdOf(event) {
  return event.metadata?.traceparent?.split('-')[2];
}

/** The spans that belong to an event: the one in which it was published, what that was part of, and what was part of that, in its service. */
export function spansOf(event, spans) {
  const bySpan = new Map(spans.map((span) => [span.spanId, span]));
  let top = bySpan.get(spanIdOf(event));
  while (top && bySpan.get(top.parentId)?.service === top.service) top = bySpan.get(top.parentId);
  if (!top) return [];
  const family = new Set([top.spanId]);
  for (const span of spans) {
    if (family.has(span.parentId) && span.service === top.service) family.add(span.spanId);
  }
  return spans.filter((span) => family.has(span.spanId));
}

function hasFailedChild(span, spans) {
  return spans.some((other) => other.parentId === span.spanId && other.failed);
}

function causeOf(span, bySpan, eventOfSpan) {
  for (let at = span; at; at = bySpan.get(at.parentId)) {
    const event = eventOfSpan.get(at.parentId);
    if (event) return event;
  }
  return undefined;
}
