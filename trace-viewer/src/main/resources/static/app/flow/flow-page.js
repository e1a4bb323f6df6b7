import { html, nothing } from 'lit';
import { Page } from '../frame/page.js';
import { some } from '../frame/format.js';
import { stateOf } from '../flows/rows.js';
import { layout, within } from './swimlanes.js';
import { swimlaneChart } from './swimlane-chart.js';
import { waterfall } from './waterfall.js';
import { nodePanel } from './node-panel.js';
import { copyButtons } from './copying.js';
import { spansOf } from './calls.js';

/** A long flow is drawn where it is looked at, and a screen above and below; after so many pixels it is seen to again. */
const STRIDE = 300;

/** One flow from end to end. The chosen event stands in the address. */
class FlowPage extends Page {
  static properties = { flowId: { type: String }, chosen: { state: true }, copied: { state: true }, room: { state: true }, strides: { state: true } };

  #watch = new ResizeObserver(([entry]) => { this.room = Math.floor(entry.contentRect.width) || this.room; });

  /** What an address asked for and has not been brought into sight yet. */
  #sought;
  #moved = () => {
    this.chosen = this.#sought = decodeURIComponent(location.hash.slice(1)) || undefined;
  };

  connectedCallback() {
    this.#moved();
    this.strides = 0;
    super.connectedCallback();
    addEventListener('troupe-moved', this.#moved);
    addEventListener('popstate', this.#moved);
    addEventListener('scroll', this.#look, { passive: true });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
    removeEventListener('troupe-moved', this.#moved);
    removeEventListener('popstate', this.#moved);
    removeEventListener('scroll', this.#look);
  }

  willUpdate(changed) {
    if (!changed.get('flowId')) return;
    this.answer = undefined;
    this.refresh();
  }

  updated() {
    const frame = this.querySelector('.chart');
    if (frame) this.#watch.observe(frame);
    if (frame && this.#sought) this.#bringIntoSight();
  }

  /** How far the chart's upper edge is above that of the screen. */
  #above() {
    return -(this.querySelector('.chart .lanes')?.getBoundingClientRect().top ?? 0);
  }

  #look = () => {
    this.strides = Math.max(0, Math.floor(this.#above() / STRIDE));
  };

  #bringIntoSight() {
    const { y } = this.node;
    this.#sought = undefined;
    if (y - this.#above() < 0 || y - this.#above() > innerHeight - STRIDE / 2) scrollBy(0, y - this.#above() - innerHeight / 2);
  }

  path() {
    return `/api/flows/${encodeURIComponent(this.flowId)}`;
  }

  #choose = (key) => {
    this.chosen = this.chosen === key ? undefined : key;
    history.replaceState(null, '', this.chosen ? `#${encodeURIComponent(this.chosen)}` : location.pathname);
  };

  #copied = (name) => {
    this.copied = name;
    setTimeout(() => { this.copied = undefined; }, 1500);
  };

  render() {
    const details = this.answer;
    return html`
      <div class="title"><p class="crumbs"><a href="/">Flows</a> /</p><h1>${this.flowId}</h1>
        ${details ? this.#facts(details) : nothing}
        ${details ? html`<span class="actions"><a class="button" href="/compare?left=${encodeURIComponent(this.flowId)}">Compare</a>
          ${copyButtons(this.flowId, this.path(), this.copied, this.#copied)}</span>` : nothing}</div>
      ${this.failureNote()} ${details ? this.#body(details) : this.failure ? NOT_FOUND : this.waitingNote()}`;
  }

  #facts(details) {
    const state = stateOf(details.flow);
    return html`<span class="state ${state.tone}">${state.label}</span>
      <p class="quiet">${details.flow.customer ? html`<a href="/?q=${encodeURIComponent(details.flow.customer)}">customer ${details.flow.customer}</a>, ` : nothing}${some(details.events.length, 'event')}</p>`;
  }

  #body(details) {
    const placed = layout(details, this.room ?? guess());
    const node = placed.nodes.find((other) => other.key === this.chosen) ?? mostTelling(placed.nodes);
    this.node = node;
    const top = this.strides * STRIDE;
    const lit = new Set(node?.event ? spansOf(node.event, details.spans).map((one) => one.spanId) : [node?.call?.spanId]);
    return html`<p class="story ${toneOf(details.flow)}">${details.story}</p>
      <div class="flow">
        <section class="chart" aria-label="Events">${swimlaneChart(within(placed, top - innerHeight, top + STRIDE + 2 * innerHeight), node?.key, this.#choose)}
          <p class="key-line"><span>Time runs down; an arrow leads from a cause to what followed.</span><span>Dashed: still to come.</span><span>Choose an event to see what it says.</span></p>
          ${details.spans.length
            ? html`<details class="spans"><summary>Spans (${details.spans.length})</summary>${waterfall(details.spans, this.room ?? guess(), lit)}</details>`
            : html`<p class="quiet spans">No spans were received for this flow; all of the above comes from its events.</p>`}</section>
        ${nodePanel(node, details, this.#choose)}
      </div>`;
  }
}

/** How wide the chart will be, until it is there to be measured: so that it need not be drawn twice. */
function guess() {
  const { clientWidth } = document.documentElement;
  const main = Math.min(clientWidth, 1440) - (clientWidth <= 720 ? 20 : 40);
  return clientWidth <= 900 ? main : main - 366;
}

const NOT_FOUND = html`<div class="empty"><p>Search for an order, a customer or a SKU among <a href="/">all flows</a>.</p></div>`;

/** What a person would look at first: what is overdue, or the dead letter behind it; else why it was cancelled, else how it began. */
function mostTelling(nodes) {
  const overdue = nodes.find((node) => node.kind === 'overdue');
  return nodes.find((node) => node.letter && node.letter.id === overdue?.debt.deadLetter && node.service === overdue.service)
    ?? overdue ?? nodes.find((node) => node.kind === 'letter')
    ?? nodes.find((node) => node.event?.type === 'order.cancelled') ?? nodes[0];
}

function toneOf(flow) {
  if (flow.status === 'STUCK') return 'bad';
  if (flow.status === 'OPEN') return 'open';
  return { CANCELLED: 'warned', COMPLETED: '' }[flow.outcome] ?? 'plain';
}

customElements.define('flow-page', FlowPage);
