import { html } from 'lit';
import { clock, shortName, times } from '../frame/format.js';
import { REMEDIES } from '../stuck/culprits.js';
import { breakable, facts } from './panel-parts.js';
import { letterKey, letterName } from './pending.js';

/** Everything about something that is still to come, or lies where it should not. */
export function pendingBody(node, choose) {
  if (node.debt) return debtBody(node.debt, choose);
  return node.job ? jobBody(node) : letterBody(node);
}

function debtBody(debt, choose) {
  return html`<p class="note ${debt.overdue ? 'bad' : ''}">${debt.why}</p>${facts([
    ['owed by', debt.service],
    ['reaction', breakable(debt.reaction)],
    ['because of', debt.fact],
    ['any of', debt.anyOf.join(', ')],
    ['due', clock(debt.due)],
    ['next try', debt.nextTryAt ? clock(debt.nextTryAt) : undefined],
    ['dead letter', debt.reason === 'DEAD_LETTER' ? html`<button type="button" class="link" @click=${() => choose(letterKey(shortName(debt.service), debt.deadLetter))}>${letterName(shortName(debt.service), debt.deadLetter)}</button>` : undefined],
    ['what to do', debt.overdue ? REMEDIES[debt.reason] : undefined],
  ])}`;
}

function jobBody({ job, service, deadline }) {
  return facts([
    [deadline ? 'deadline of' : 'waits at', service],
    ['named', `${job.name} ${job.key}`],
    ['tried', deadline ? undefined : job.attempt ? times(job.attempt) : 'not yet'],
    ['waiting for', job.waitingFor],
    [job.picked ? 'under way since' : deadline ? 'comes at' : 'next at', clock(job.due)],
    ['then', deadline ? 'the service decides; if the flow has gone on, nothing happens' : undefined],
  ]);
}

function letterBody({ letter, service }) {
  return facts([
    ['held by', `${service}, ${letter.processor}`],
    ['event', `${letter.eventType} at position ${letter.position}`],
    ['went wrong', letter.cause ?? 'it waits behind another event of this flow'],
    ['tried', `${times(letter.attempts)}, set aside ${clock(letter.parkedAt)}`],
    ['next try', letter.nextTryAt ? clock(letter.nextTryAt) : 'never by itself'],
    ['what to do', letter.nextTryAt ? REMEDIES.RETRYING : 'Mend the cause, then have it tried again:'],
    ['', letter.nextTryAt ? undefined : html`<code>./troupe deadletters retry ${letterName(letter.service, letter.id)}</code>`],
  ]);
}
