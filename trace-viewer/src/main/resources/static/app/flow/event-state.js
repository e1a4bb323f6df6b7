import { LitElement, html, nothing } from 'lit';
import { ask } from '../frame/api.js';
import { json } from './panel-parts.js';

/** A warehouse remembers thousands of orders; a person wants to see that they changed, not read them. */
const LONGEST = 240;

/** What the chosen event did to the aggregate that published it: the fields it changed, before and after, and all fields after it. */
class EventState extends LitElement {
  static properties = { position: { type: Number }, answer: { state: true }, failure: { state: true } };

  #asking;

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('position')) this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#asking?.abort();
  }

  async #ask() {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.answer = undefined;
    this.failure = undefined;
    try {
      this.answer = await ask(`/api/events/${this.position}/state`, asking.signal);
    } catch (failure) {
      if (failure.name !== 'AbortError') this.failure = failure.message;
    }
  }

  render() {
    return html`<h3>What it changed</h3>${this.#body()}`;
  }

  #body() {
    if (this.failure) return html`<p class="quiet">${this.failure}</p>`;
    if (!this.answer) return html`<p class="quiet">One moment …</p>`;
    const { aggregate, id, changes, after, unknown } = this.answer;
    if (unknown) return html`<p class="quiet">${unknown}</p>`;
    return html`${changes.length === 0 ? html`<p class="quiet">Nothing of ${aggregate} ${id}.</p>` : list(changes)}
      <details><summary>All of ${aggregate} ${id} after it</summary>${json(after, 'State after the event')}</details>`;
  }
}

function list(changes) {
  return html`<dl class="changes">${changes.map((change) => html`<div><dt>${change.field}</dt>
    ${isThere(change.before) ? html`<dd class="before"><code>${value(change.before)}</code></dd>` : nothing}
    <dd class="after"><code>${isThere(change.after) ? value(change.after) : 'nothing'}</code></dd></div>`)}</dl>`;
}

function isThere(value) {
  return value !== undefined && value !== null;
}

function value(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

customElements.define('event-state', EventState);
