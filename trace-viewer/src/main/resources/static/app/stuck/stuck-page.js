import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Page } from '../frame/page.js';
import { ago, clock, count, hueOf, shortName, some } from '../frame/format.js';
import { flowPath } from '../frame/router.js';
import { culprits, eachOnce, REASONS, REMEDIES } from './culprits.js';

/** Who owes what, and why it has not come. */
class StuckPage extends Page {
  static properties = { only: { state: true } };

  path() {
    return '/api/stuck';
  }

  render() {
    return html`<div class="title"><h1>Stuck flows</h1>
        ${this.answer ? html`<p class="quiet">${count(this.answer.count)} past the time in which something had to follow</p>` : nothing}</div>
      ${this.failureNote()} ${this.answer ? this.#body(this.answer) : this.waitingNote()}`;
  }

  #body(answer) {
    if (answer.flows.length === 0) {
      return html`<div class="empty"><h2>Nothing is stuck</h2><p>Every flow has what it needs, or still has time.
        Stop a service to see what is shown here then, or look at <a href="/">all flows</a>.</p></div>`;
    }
    const shown = answer.flows.filter(({ debts }) => !this.only || debts.some((debt) => `${debt.service} ${debt.reason}` === this.only));
    return html`<div class="culprits">${culprits(answer.flows).map((culprit) => this.#card(culprit))}</div>
      <ul class="stuck">${repeat(shown, ({ flow }) => flow.flowId, (stuck) => this.#flow(stuck))}</ul>
      ${answer.count > answer.flows.length ? html`<p class="quiet more">The newest ${answer.flows.length} are shown.</p>` : nothing}`;
  }

  #card(culprit) {
    const key = `${culprit.service} ${culprit.reason}`;
    return html`<button type="button" class="card ${hueOf(culprit.service)}" aria-pressed=${this.only === key ? 'true' : 'false'}
        @click=${() => { this.only = this.only === key ? undefined : key; }}>
      <span><strong>${culprit.service}</strong> ${REASONS[culprit.reason]}</span><b>${some(culprit.flows, 'flow')}</b><small>${REMEDIES[culprit.reason]}</small></button>`;
  }

  #flow({ flow, debts }) {
    return html`<li><a class="id" href=${flowPath(flow.flowId)}>${flow.flowId}</a>
      <span class="quiet">due <time datetime=${flow.nextDue} title=${clock(flow.nextDue)}>${ago(flow.nextDue)}</time></span>
      ${eachOnce(debts).map((debt) => html`<p><span class="who ${hueOf(debt.service)}">${shortName(debt.service)}</span>
        ${debt.why.replace(`${debt.service} `, '')}</p>`)}</li>`;
  }
}

customElements.define('stuck-page', StuckPage);
