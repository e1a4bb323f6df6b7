import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Page } from '../frame/page.js';
import { ago, clock, hueOf, shortName, some } from '../frame/format.js';
import { flowPath } from '../frame/router.js';
import { letterKey, letterName } from '../flow/pending.js';
import { addressOf, culpritOf, culprits, eachOnce, isSame, REASONS, REMEDIES } from './culprits.js';

/** Who owes what, and why it has not come. Whose flows are shown stands in the address. */
class StuckPage extends Page {
  path() {
    return '/api/stuck';
  }

  render() {
    return html`<div class="title"><h1>Stuck flows</h1>
        ${this.answer ? html`<p class="quiet">${some(this.answer.count, 'flow')} past the time in which something had to follow</p>` : nothing}</div>
      ${this.failureNote()} ${this.answer ? this.#body(this.answer) : this.waitingNote()}`;
  }

  #body(answer) {
    if (answer.flows.length === 0) {
      return html`<div class="empty"><h2>Nothing is stuck</h2><p>Every flow has what it needs, or still has time.
        Stop a service to see what is shown here then, or look at <a href="/">all flows</a>.</p></div>`;
    }
    const only = culpritOf(location.search);
    const shown = answer.flows.filter(({ debts }) => !only || debts.some((debt) => isSame(debt, only)));
    return html`<div class="culprits" role="group" aria-label="Who holds flows up">${culprits(answer.flows).map((culprit) => card(culprit, only && isSame(culprit, only)))}</div>
      ${shown.length ? nothing : html`<div class="empty"><h2>No flow waits for this any more</h2><p>Look at <a href="/stuck">everything that is stuck</a>.</p></div>`}
      <ul class="stuck">${repeat(shown, ({ flow }) => flow.flowId, (stuck) => this.#flow(stuck))}</ul>
      ${answer.count > answer.flows.length ? html`<p class="quiet more">The newest ${answer.flows.length} are shown.</p>` : nothing}`;
  }

  #flow({ flow, debts }) {
    return html`<li><a class="id" href=${flowPath(flow.flowId)}>${flow.flowId}</a>
      <span class="quiet">due <time datetime=${flow.nextDue} title=${clock(flow.nextDue)}>${ago(flow.nextDue)}</time></span>
      ${eachOnce(debts).map((debt) => html`<p><span class="who ${hueOf(debt.service)}">${shortName(debt.service)}</span>
        ${debt.why.replace(`${debt.service} `, '')}
        ${debt.reason === 'DEAD_LETTER' ? html`<a href="${flowPath(flow.flowId)}#${letterKey(shortName(debt.service), debt.deadLetter)}">dead letter ${letterName(shortName(debt.service), debt.deadLetter)}</a>` : nothing}</p>`)}</li>`;
  }
}

/** Leads to the culprit's flows alone, and back to all. */
function card(culprit, chosen) {
  return html`<a class="card ${hueOf(culprit.service)}" href=${chosen ? '/stuck' : addressOf(culprit)} aria-current=${chosen ? 'true' : nothing}>
    <span><strong>${culprit.service}</strong> ${REASONS[culprit.reason]}</span><b>${some(culprit.flows, 'flow')}</b><small>${REMEDIES[culprit.reason]}</small></a>`;
}

customElements.define('stuck-page', StuckPage);
