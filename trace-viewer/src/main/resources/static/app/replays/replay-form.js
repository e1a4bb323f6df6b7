import { LitElement, html, nothing } from 'lit';
import { count, span } from '../frame/format.js';
import { change, look } from './operator.js';
import { planPath, requestOf } from './words.js';

/** Asks what is to be rebuilt, shows what that would do, and begins it. */
class ReplayForm extends LitElement {
  static properties = { projections: { state: true }, plan: { state: true }, problem: { state: true }, busy: { state: true } };

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    await this.#attempt(async () => {
      this.projections = await look('/operator/projections');
    });
  }

  render() {
    return html`<form class="filters" aria-label="What to replay" @submit=${(event) => event.preventDefault()} @input=${() => { this.plan = undefined; }}>
        <label><span>Projection</span><select name="projection">
          ${(this.projections ?? []).map(({ name }) => html`<option value=${name}>${name}</option>`)}</select></label>
        <label><span>Events per second, at most</span><input name="eventsPerSecond" type="number" min="0" placeholder="as usual"></label>
        <label><span>Only this flow</span><input name="flow" autocomplete="off" spellcheck="false" placeholder="all"></label>
        <label><span>Percent of the flows</span><input name="samplePercent" type="number" min="0.01" max="100" step="any" placeholder="100"></label>
        <label><span>Only of these facts</span><input name="facts" autocomplete="off" spellcheck="false" placeholder="all"></label>
        <label><span>Only of these streams</span><input name="streams" autocomplete="off" spellcheck="false" placeholder="all"></label>
        <label><span>From position or time</span><input name="from" autocomplete="off" spellcheck="false" placeholder="the beginning"></label>
        <label><span>To position or time</span><input name="to" autocomplete="off" spellcheck="false" placeholder="the end"></label>
        <button type="button" ?disabled=${this.busy} @click=${() => this.#plan()}>Plan</button>
        <button type="button" class="main" ?disabled=${this.busy} @click=${() => this.#start()}>Start</button>
      </form>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.plan ? this.#planned(this.plan) : nothing}`;
  }

  #planned(plan) {
    return html`<section class="note" aria-label="Plan">
      <p><b>${count(plan.events)} events</b> from position ${count(plan.from)} to ${count(plan.target)}${plan.flows == null ? nothing : html` of ${count(plan.flows)} flows`},
        at most ${count(plan.rowsAtMost)} rows, in about <b>${span(plan.expectedMillis)}</b> (measured ${count(plan.measuredPerSecond)}/s).</p>
      <p>${Object.entries(plan.eventsByType).map(([type, number]) => html`<code>${type}</code> ${count(number)} `)}</p>
      ${plan.refusal ? html`<p class="warn">It would be refused: ${plan.refusal}</p>` : nothing}
      <details><summary>${plan.skipped.length} handlers do not run</summary>
        ${plan.skipped.map(({ handler, reason }) => html`<p><code>${handler}</code> ${reason}</p>`)}</details></section>`;
  }

  #request() {
    return requestOf(Object.fromEntries(new FormData(this.querySelector('form'))));
  }

  #plan() {
    return this.#attempt(async () => {
      this.plan = await look(planPath(this.#request()));
    });
  }

  #start() {
    return this.#attempt(async () => {
      await change('/operator/replays', this.#request());
      this.dispatchEvent(new Event('started'));
    });
  }

  async #attempt(work) {
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
    } catch (failure) {
      this.problem = failure.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('replay-form', ReplayForm);
