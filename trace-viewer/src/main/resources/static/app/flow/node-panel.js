import { html, nothing } from 'lit';
import { clock, hueOf, some, span } from '../frame/format.js';
import { spansOf } from './calls.js';
import { facts, json } from './panel-parts.js';
import { pendingBody } from './pending-panel.js';
import { waterfall } from './waterfall.js';
import './event-state.js';
import './personal-data.js';

const PANEL_WIDTH = 322;

/** Everything about the chosen node. What services wrote is shown as text, never as markup. */
export function nodePanel(node, details, choose) {
  if (!node) return nothing;
  const body = node.event ? eventBody(node.event, details, choose) : node.call ? callBody(node, details, choose) : pendingBody(node, choose);
  return html`<aside class="panel" aria-label="What was chosen" aria-live="polite"><h2 class=${hueOf(node.event?.service ?? node.service)}>${node.event?.type ?? node.label}</h2>${body}</aside>`;
}

function link(other, choose) {
  return html`<button type="button" class="link" @click=${() => choose(other.id)}>${other.type}</button>`;
}

function eventBody(event, details, choose) {
  const cause = details.events.find((other) => other.id === event.causeId);
  const effects = details.events.filter((other) => other.causeId === event.id);
  const spans = spansOf(event, details.spans);
  return html`${facts([
    ['published by', `${event.service} ${event.version}`],
    ['recorded', `${clock(event.recordedAt)}, ${event === details.events[0] ? 'the first' : `${span(event.afterMillis)} after the first`}`],
    ['because of', cause ? html`${link(cause, choose)}, ${span(event.afterMillis - cause.afterMillis)} before` : event.causeId ? 'an event of another flow' : 'the outside'],
    ['led to', effects.length ? effects.map((effect) => html`${link(effect, choose)} `) : 'nothing'],
    ['place', html`event ${event.position}, number ${event.streamPosition} in <code>${event.stream}</code>`],
  ])}
  <event-state .position=${event.position}></event-state>
  <h3>Payload</h3>${json(event.payload, 'Payload')}
  ${holdsPersonalData(event.payload) ? html`<personal-data .flowId=${details.flow.flowId} .position=${event.position}></personal-data>` : nothing}
  ${spans.length ? html`<h3>Spans</h3>${waterfall(spans, PANEL_WIDTH)}` : nothing}
  <h3>Metadata</h3>${json(event.metadata, 'Metadata')}`;
}

function holdsPersonalData(payload) {
  return Object.values(payload ?? {}).some((value) => value?.ciphertext !== undefined);
}

function cameOf({ call, again = [] }) {
  if (!call.failed) return 'it succeeded';
  return again.length ? `it failed, as did ${some(again.length, 'attempt')} after it, the last at ${clock(again.at(-1).call.began)}` : 'it failed';
}

function callBody(node, details, choose) {
  const cause = details.events.find((other) => other.id === node.causeId);
  return facts([
    [node.call.failed ? 'tried by' : 'called by', node.service],
    ['began', `${clock(node.call.began)}, ${span(node.afterMillis)} after the first event`],
    ['took', span(node.call.micros / 1000)],
    ['came of it', cameOf(node)],
    ['because of', cause ? link(cause, choose) : undefined],
  ]);
}
