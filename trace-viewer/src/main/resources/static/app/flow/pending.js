import { clock, span } from '../frame/format.js';

/** What is still to come, or lies where it should not: debts, dead letters, jobs and deadlines. */
export function pendingOf(details) {
  return [...details.deadLetters.map(letterNode), ...details.jobs.map((job) => jobNode(job, details)), ...details.debts.map(debtNode)];
}

export function process(schema) {
  return schema.endsWith('-service') ? schema : `${schema}-service`;
}

/** How the address of a flow's page names a dead letter. */
export function letterKey(service, id) {
  return `letter-${service}-${id}`;
}

/** How `./troupe deadletters` names it. */
export function letterName(service, id) {
  return `${service}/${id}`;
}

function letterNode(letter) {
  return {
    key: letterKey(letter.service, letter.id), kind: 'letter', service: process(letter.service), position: letter.position,
    label: letter.nextTryAt ? `retrying ${letter.eventType}` : `dead letter ${letterName(letter.service, letter.id)}`, letter,
  };
}

/** A job that was never tried and is due later is a deadline: it was set, and comes whether or not anything fails. */
function jobNode(job, details) {
  const left = new Date(job.due).getTime() - new Date(details.now).getTime();
  const deadline = job.attempt === 0 && left > 0 && !job.picked;
  const when = job.picked ? 'now' : left > 0 ? `in ${span(left)}` : 'now';
  return {
    key: `job-${job.service}-${job.name}-${job.key}`, kind: deadline ? 'job deadline' : 'job', service: process(job.service), causeId: job.causationId,
    label: job.attempt ? `${job.name}, try ${job.attempt + 1} ${when}` : `${job.name} ${when}`,
    deadline, title: `${job.name}, due ${clock(job.due)}`, job,
  };
}

function debtNode(debt) {
  return {
    key: `debt-${debt.service}-${debt.reaction}-${debt.position}`, kind: debt.overdue ? 'overdue' : 'owed', service: debt.service,
    position: debt.position, label: `owes ${debt.anyOf[0]}${debt.anyOf.length > 1 ? ' …' : ''}`, debt,
  };
}
