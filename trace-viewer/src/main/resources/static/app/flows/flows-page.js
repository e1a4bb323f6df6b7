import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Page } from '../frame/page.js';
import { live } from '../frame/live.js';
import { count, outcomeWords, shortName } from '../frame/format.js';
import { flowPath, go } from '../frame/router.js';
import { rowOf } from './rows.js';
import { fromAddress, toAddress, toApi } from './search.js';

const PAGE = 100;
const STATES = [['', 'All'], ['OPEN', 'Under way'], ['STUCK', 'Stuck'], ['ENDED', 'Ended']];
const OUTCOMES = ['COMPLETED', 'CANCELLED', 'OUT_OF_STOCK', 'DECLINED', 'TIMED_OUT', 'RESERVATION_EXPIRED', 'CUSTOMER'];

/** All flows, the newest first: live, searchable, and every search has an address. */
class FlowsPage extends Page {
  #wanted = fromAddress(location.search);
  #limit = PAGE;
  #pausedAt = 0;
  #typing;

  moved() {
    this.#wanted = fromAddress(location.search);
    this.#limit = PAGE;
    this.refresh();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#slash);
    this.addEventListener('keydown', walk);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#slash);
  }

  #slash = (event) => {
    if (event.key === '/' && !/INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) {
      event.preventDefault();
      this.querySelector('input[name=q]').focus();
    }
  };

  path() {
    return toApi(this.#wanted, this.#limit);
  }

  #want(change) {
    go(toAddress({ ...this.#wanted, ...change }), { replace: 'q' in change });
  }

  #type(event) {
    clearTimeout(this.#typing);
    const { name, value } = event.target;
    this.#typing = setTimeout(() => this.#want({ [name]: value.trim() }), 200);
  }

  render() {
    const counts = live.news?.counts;
    return html`
      <div class="title">
        <h1>Flows</h1>
        ${counts ? html`<p class="quiet">${count(counts.all)} in all, ${count(counts.open)} under way,
          ${counts.stuck ? html`<a href="/stuck" class="stuck-link">${count(counts.stuck)} stuck</a>` : 'none stuck'}.
          A flow is all that followed from one order, in every service.</p>` : nothing}
        ${this.paused ? html`<p class="quiet news" role="status">${since(live.news?.position - this.#pausedAt)}</p>` : nothing}
        <button type="button" aria-pressed=${this.paused ? 'true' : 'false'}
          @click=${() => this.#pause()}>${this.paused ? 'Go on' : 'Pause'}</button>
      </div>
      ${this.#form()} ${this.failureNote()}
      ${this.answer ? this.#list(this.answer) : this.waitingNote()}`;
  }

  #pause() {
    this.paused = !this.paused;
    this.#pausedAt = live.news?.position ?? 0;
    if (!this.paused) this.refresh();
  }

  #form() {
    const wanted = this.#wanted;
    return html`<form class="filters" role="search" @submit=${(event) => event.preventDefault()}>
      <div class="segments" role="group" aria-label="Status">
        ${STATES.map(([value, label]) => html`<button type="button" aria-pressed=${(wanted.status ?? '') === value ? 'true' : 'false'}
          @click=${() => this.#want({ status: value })}>${label}</button>`)}
      </div>
      <label class="grow"><span>Order, customer or SKU</span>
        <input type="search" name="q" .value=${wanted.q ?? ''} placeholder="press / to search" autocomplete="off" spellcheck="false" @input=${this.#type}></label>
      <label><span>Outcome</span>
        <select name="outcome" .value=${wanted.outcome ?? ''} @change=${this.#type}>
          <option value="">any</option>
          ${OUTCOMES.map((name) => html`<option value=${name} ?selected=${wanted.outcome === name}>${outcomeWords(name)}</option>`)}
        </select></label>
      <label><span>Event</span>
        <input name="type" .value=${wanted.type ?? ''} placeholder="payment.declined" autocomplete="off" spellcheck="false" @input=${this.#type}></label>
      <label><span>Began</span>
        <select name="maxAge" @change=${this.#type}>
          ${[['', 'any time'], ['60', 'last minute'], ['600', 'last 10 min'], ['3600', 'last hour'], ['86400', 'last day']]
            .map(([value, label]) => html`<option value=${value} ?selected=${(wanted.maxAge ?? '') === value}>${label}</option>`)}
        </select></label>
      <label><span>Took at least</span>
        <select name="minDuration" @change=${this.#type}>
          ${[['', 'any time'], ['500', '500 ms'], ['1000', '1 s'], ['5000', '5 s'], ['30000', '30 s'], ['300000', '5 min']]
            .map(([value, label]) => html`<option value=${value} ?selected=${(wanted.minDuration ?? '') === value}>${label}</option>`)}
        </select></label>
    </form>`;
  }

  #list(answer) {
    if (answer.items.length === 0) return this.#empty();
    return html`<div class="table"><table>
      <thead><tr><th scope="col">Flow</th><th scope="col" class="w-state">State</th><th scope="col" class="wide w-last">Last event</th>
        <th scope="col" class="num wide w-events">Events</th><th scope="col" class="num w-took">Took</th><th scope="col" class="num wide w-began">Began</th></tr></thead>
      <tbody>${repeat(answer.items, (flow) => flow.flowId, (flow) => this.#row(rowOf(flow)))}</tbody>
    </table></div>
    ${answer.next && this.#limit < 500
      ? html`<p class="more"><button type="button" @click=${() => this.#more()}>Show more</button></p>`
      : answer.next ? html`<p class="quiet more">The newest ${this.#limit} are shown. Search to find older ones.</p>` : nothing}`;
  }

  #more() {
    this.#limit = Math.min(500, this.#limit + 200);
    this.refresh();
  }

  #row(row) {
    return html`<tr @click=${(event) => event.target.closest('a') ?? go(flowPath(row.id))}>
      <th scope="row"><a href=${flowPath(row.id)}>${row.id}</a><small>${row.about}</small></th>
      <td><span class="state ${row.state.tone}">${row.state.label}</span>
        ${row.state.detail ? html`<small>${row.state.detail}</small>` : nothing}
        ${row.owedBy.length ? html`<small>${row.owedBy.map(shortName).join(', ')} owes</small>` : nothing}</td>
      <td class="wide"><code>${row.last}</code></td>
      <td class="num wide">${row.events}</td>
      <td class="num">${row.took || html`<span class="quiet">${row.running}</span>`}</td>
      <td class="num wide"><time datetime=${row.flowBegan} title=${row.beganAt}>${row.began}</time></td></tr>`;
  }

  #empty() {
    const searched = Object.keys(this.#wanted).length > 0;
    return searched
      ? html`<div class="empty"><h2>No flow is like that</h2><p>An order or customer is found by its id, goods by their whole SKU.
          <a href="/">Show all flows</a></p></div>`
      : html`<div class="empty"><h2>No flow yet</h2><p>A flow begins with an order. Place one with</p>
          <pre>./troupe demo --orders 20</pre><p>and it appears here while it happens.</p></div>`;
  }
}

/** Down and up go from flow to flow, from the search too. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.tagName === 'SELECT') return;
  const links = [...event.currentTarget.querySelectorAll('tbody th a')];
  const next = links[links.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function since(events) {
  return events === 1 ? '1 event since' : `${count(Math.max(0, events))} events since`;
}

customElements.define('flows-page', FlowsPage);
