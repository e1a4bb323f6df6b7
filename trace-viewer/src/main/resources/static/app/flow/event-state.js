import { LitElement, html } from 'lit';
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
    return html`${changes.length === 0 ? html`<p class="quiet">Nothing of ${aggregate} ${id}.</p>` : table(changes)}
      <details><summary>All of ${aggregate} ${id} after it</summary>${json(after, 'State after the event')}</details>`;
  }
}

function table(changes) {
  return html`<table class="changes"><thead><tr><th scope="col">field</th><th scope="col">before</th><th scope="col">after</th></tr></thead>
    <tbody>${changes.map((change) => html`<tr><th scope="row">${change.field}</th><td>${value(change.before)}</td><td class="changed">${value(change.after)}</td></tr>`)}</tbody></table>`;
}

function value(value) {
  if (value === undefined || value === null) return html`<span class="quiet">–</span>`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return html`<code>${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</code>`;
}

customElements.define('event-state', EventState);
