import { html, nothing } from 'lit';
import { clock, hueOf, span } from '../frame/format.js';

/** Everything about the chosen node. What services wrote is shown as text, never as markup. */
export function nodePanel(node, details, choose) {
  if (!node) {
    return html`<aside class="panel"><p class="quiet">Choose an event to see what it says and what came of it.</p></aside>`;
  }
  const body = node.event ? eventBody(node.event, details, choose) : pendingBody(node);
  return html`<aside class="panel" aria-live="polite"><h2 class=${hueOf(node.event?.service ?? node.service)}>${node.event?.type ?? node.label}</h2>${body}</aside>`;
}

function eventBody(event, details, choose) {
  const cause = details.events.find((other) => other.id === event.causeId);
  const effects = details.events.filter((other) => other.causeId === event.id);
  const link = (other) => html`<button type="button" class="link" @click=${() => choose(other.id)}>${other.type}</button>`;
  return html`${facts([
    ['published by', `${event.service} ${event.version}`],
    ['recorded', `${clock(event.recordedAt)}, ${span(event.afterMillis)} after the first`],
    ['because of', cause ? html`${link(cause)}, ${span(event.afterMillis - cause.afterMillis)} before` : event.causeId ? 'an event of another flow' : 'the outside'],
    ['led to', effects.length ? effects.map((effect) => html`${link(effect)} `) : 'nothing'],
    ['place', html`event ${event.position}, number ${event.streamPosition} in <code>${event.stream}</code>`],
  ])}
  <h3>Payload</h3>${json(event.payload)}<h3>Metadata</h3>${json(event.metadata)}`;
}

function pendingBody(node) {
  if (node.debt) {
    return html`<p class="note ${node.debt.overdue ? 'bad' : ''}">${node.debt.why}</p>${facts([
      ['owed by', node.debt.service],
      ['reaction', node.debt.reaction],
      ['any of', node.debt.anyOf.join(', ')],
      ['due', clock(node.debt.due)],
      ['next try', node.debt.nextTryAt ? clock(node.debt.nextTryAt) : undefined],
    ])}`;
  }
  if (node.job) {
    return facts([
      ['waits at', node.service],
      ['named', node.job.key],
      ['tried', `${node.job.attempt} times`],
      ['waiting for', node.job.waitingFor],
      [node.job.picked ? 'under way since' : 'next at', clock(node.job.due)],
    ]);
  }
  return facts([
    ['held by', `${node.service}, ${node.letter.processor}`],
    ['event', `${node.letter.eventType} at position ${node.letter.position}`],
    ['what went wrong', node.letter.cause ?? 'it waits behind another event of this flow'],
    ['tried', `${node.letter.attempts} times, parked ${clock(node.letter.parkedAt)}`],
  ]);
}

function facts(entries) {
  return html`<dl>${entries.filter(([, value]) => value !== undefined).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

function json(value) {
  return value === undefined ? nothing : html`<pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>`;
}
