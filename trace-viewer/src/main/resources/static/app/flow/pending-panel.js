import { html } from 'lit';
import { clock } from '../frame/format.js';
import { REMEDIES } from '../stuck/culprits.js';
import { facts } from './panel-parts.js';

/** Everything about something that is still to come, or lies where it should not. */
export function pendingBody(node) {
  if (node.debt) return debtBody(node.debt);
  return node.job ? jobBody(node) : letterBody(node);
}

function debtBody(debt) {
  return html`<p class="note ${debt.overdue ? 'bad' : ''}">${debt.why}</p>${facts([
    ['owed by', debt.service],
    ['reaction', debt.reaction],
    ['because of', debt.fact],
    ['any of', debt.anyOf.join(', ')],
    ['due', clock(debt.due)],
    ['next try', debt.nextTryAt ? clock(debt.nextTryAt) : undefined],
    ['what to do', debt.overdue ? REMEDIES[debt.reason] : undefined],
  ])}`;
}

function jobBody({ job, service, deadline }) {
  return facts([
    [deadline ? 'deadline of' : 'waits at', service],
    ['named', `${job.name} ${job.key}`],
    ['tried', deadline ? undefined : `${job.attempt} times`],
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
    ['tried', `${letter.attempts} times, set aside ${clock(letter.parkedAt)}`],
    ['next try', letter.nextTryAt ? clock(letter.nextTryAt) : 'never by itself'],
    ['what to do', letter.nextTryAt ? REMEDIES.RETRYING : REMEDIES.DEAD_LETTER],
  ]);
}
