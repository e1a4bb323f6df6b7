import { html } from 'lit';
import { count, span } from '../frame/format.js';

/** Where a person goes on looking when an objective is missed. */
const WHERE = {
  'Stuck flows': '/stuck', 'Dead letters': '/stuck', 'Order latency, p95': '/?minDuration=5000', 'Order latency, p99': '/?minDuration=5000',
  'Slowest processor': '#processors', 'Rows in quarantine': '#rejected', 'Requests refused': '#rejected',
};

/** What a bare number counts. */
const PER = { events: ' behind', requests: ' an hour' };

/** How something is, beside what it should be. */
export function objectiveTiles(objectives) {
  return html`<ul class="tiles" aria-label="Objectives">${objectives.map((objective) => html`<li>${tile(objective)}</li>`)}</ul>`;
}

function tile(objective) {
  const tone = objective.value === undefined ? '' : objective.met ? 'good' : 'bad';
  const body = html`<span>${objective.name}</span><b>${objective.value === undefined ? '–' : say(objective.value, objective.unit)}</b>
    <small>${objective.limit === 0 ? 'should be none' : `up to ${say(objective.limit, objective.unit)}${PER[objective.unit] ?? ''}`}</small>`;
  const href = WHERE[objective.name];
  return href && !objective.met ? html`<a class="tile ${tone}" href=${href}>${body}</a>` : html`<div class="tile ${tone}">${body}</div>`;
}

function say(value, unit) {
  return unit === 'ms' ? span(value) : unit === 'percent' ? `${value} %` : count(value);
}
