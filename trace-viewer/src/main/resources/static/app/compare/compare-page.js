import { html, nothing } from 'lit';
import { Page } from '../frame/page.js';
import { ask } from '../frame/api.js';
import { flowPath, go } from '../frame/router.js';
import { stateOf } from '../flows/rows.js';
import { align } from './alignment.js';
import { verdict } from './verdict.js';
import { stepTable } from './step-table.js';

/** Two flows side by side: where they part, and where time went. Both stand in the address. */
class ComparePage extends Page {
  #wanted = wantedIn(location.search);

  moved() {
    this.#wanted = wantedIn(location.search);
    this.answer = undefined;
    this.refresh();
  }

  async fetch(signal) {
    const { left, right } = this.#wanted;
    const [first, second, recent] = await Promise.all([
      left ? ask(`/api${flowPath(left)}`, signal) : undefined,
      right ? ask(`/api${flowPath(right)}`, signal) : undefined,
      left && right ? undefined : ask('/api/flows?limit=60', signal),
    ]);
    return { left: first, right: second, recent: recent?.items ?? [] };
  }

  #submit(event) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.target));
    go(`/compare?${new URLSearchParams({ left: given.left.trim(), right: given.right.trim() })}`);
  }

  render() {
    return html`<div class="title"><h1>Compare two flows</h1><p class="quiet">where they part, and where time went</p></div>
      <form class="filters" @submit=${this.#submit}>
        ${['left', 'right'].map((name) => html`<label class="grow"><span>${name === 'left' ? 'One flow' : 'Another flow'}</span>
          <input name=${name} required .value=${this.#wanted[name] ?? ''} autocomplete="off" spellcheck="false"></label>`)}
        <button>Compare</button></form>
      ${this.failureNote()} ${this.answer ? this.#body(this.answer) : this.waitingNote()}`;
  }

  #body({ left, right, recent }) {
    if (!left || !right) return this.#suggestions(left ?? right, recent);
    const rows = align(left, right);
    return html`<p class="story open">${verdict(left, right, rows)}</p>
      <div class="pair">${[left, right].map((details) => heading(details))}</div>
      ${stepTable(rows, left, right)}`;
  }

  #suggestions(chosen, recent) {
    const others = oneOfEachOutcome(recent.filter((flow) => flow.flowId !== chosen?.flow.flowId));
    if (others.length === 0) {
      return html`<div class="empty"><h2>There is nothing to compare with yet</h2><p>Place some orders with</p><pre>./troupe demo --orders 20</pre></div>`;
    }
    return html`<section class="suggestions"><h2>${chosen ? `Compare ${chosen.flow.flowId} with` : 'Begin with'}</h2>
      <ul>${others.map((flow) => html`<li><a href="/compare?${new URLSearchParams(chosen ? { left: chosen.flow.flowId, right: flow.flowId } : { left: flow.flowId })}">${flow.flowId}</a>
        <span>${stateMark(flow)}</span></li>`)}</ul></section>`;
  }
}

function wantedIn(search) {
  const given = new URLSearchParams(search);
  return { left: given.get('left') || undefined, right: given.get('right') || undefined };
}

/** The newest of each way to end: what differs is what one wants to compare. */
function oneOfEachOutcome(flows) {
  return [...new Map(flows.filter((flow) => flow.kind === 'order').map((flow) => [stateOf(flow).label + flow.reason, flow])).values()];
}

function stateMark(flow) {
  const state = stateOf(flow);
  return html`<span class="state ${state.tone}">${state.label}</span> ${state.detail ? html`<span class="quiet">${state.detail}</span>` : nothing}`;
}

function heading({ flow, story }) {
  return html`<section><h2><a href=${flowPath(flow.flowId)}>${flow.flowId}</a> ${stateMark(flow)}</h2><p class="quiet">${story}</p></section>`;
}

customElements.define('compare-page', ComparePage);
