import { html, nothing } from 'lit';
import { Page } from '../frame/page.js';
import { count } from '../frame/format.js';
import { stateOf } from '../flows/rows.js';
import { layout } from './swimlanes.js';
import { swimlaneChart } from './swimlane-chart.js';
import { waterfall } from './waterfall.js';
import { nodePanel } from './node-panel.js';

/** One flow from end to end. The chosen event stands in the address. */
class FlowPage extends Page {
  static properties = { flowId: { type: String }, chosen: { state: true }, copied: { state: true }, room: { state: true } };

  #watch = new ResizeObserver(([entry]) => { this.room = Math.floor(entry.contentRect.width); });

  connectedCallback() {
    this.chosen = decodeURIComponent(location.hash.slice(1)) || undefined;
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  willUpdate(changed) {
    if (changed.has('flowId') && changed.get('flowId')) this.refresh();
  }

  updated() {
    const frame = this.querySelector('.chart');
    if (frame) this.#watch.observe(frame);
  }

  path() {
    return `/api/flows/${encodeURIComponent(this.flowId)}`;
  }

  #choose = (key) => {
    this.chosen = this.chosen === key ? undefined : key;
    history.replaceState(null, '', this.chosen ? `#${encodeURIComponent(this.chosen)}` : location.pathname);
  };

  async #copy() {
    await navigator.clipboard.writeText(`curl ${location.origin}${this.path()}`);
    this.copied = true;
    setTimeout(() => { this.copied = false; }, 1500);
  }

  render() {
    const details = this.answer;
    return html`
      <div class="title"><p class="crumbs"><a href="/">Flows</a> /</p><h1>${this.flowId}</h1>
        ${details ? this.#facts(details) : nothing}
        <button type="button" class="plain" @click=${() => this.#copy()}>${this.copied ? 'Copied' : 'Copy as curl'}</button></div>
      ${this.failureNote()} ${details ? this.#body(details) : this.waitingNote()}`;
  }

  #facts(details) {
    const state = stateOf(details.flow);
    return html`<span class="state ${state.tone}">${state.label}</span>
      <p class="quiet">${details.flow.customer ? html`<a href="/?q=${encodeURIComponent(details.flow.customer)}">customer ${details.flow.customer}</a>, ` : nothing}${count(details.events.length)} events</p>`;
  }

  #body(details) {
    const placed = layout(details, this.room ?? 900);
    const node = placed.nodes.find((other) => other.key === this.chosen);
    return html`<p class="story ${details.flow.status === 'STUCK' ? 'bad' : ''}">${details.story}</p>
      <div class="flow">
        <section class="chart" aria-label="Events">${swimlaneChart(placed, this.chosen, this.#choose)}${waterfall(details.spans, this.room ?? 900)}</section>
        ${nodePanel(node, details, this.#choose)}
      </div>`;
  }
}

customElements.define('flow-page', FlowPage);
