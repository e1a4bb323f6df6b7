import { count, span } from '../frame/format.js';

/** What can be done to a replay in each state, as it is called in its address and on its button. */
const VERBS = {
  RUNNING: [['pause', 'Pause'], ['cancel', 'Cancel']],
  PAUSED: [['resume', 'Resume'], ['cancel', 'Cancel']],
  CAUGHT_UP: [['comparison', 'Compare'], ['swap', 'Swap'], ['cancel', 'Cancel']],
  SWAPPED: [['rollback', 'Roll back']],
  FAILED: [['cancel', 'Cancel']],
};

const TONES = { RUNNING: 'open', CAUGHT_UP: 'open', PAUSED: 'cancelled', SWAPPED: 'completed', FAILED: 'stuck' };

export function verbsOf(replay) {
  return VERBS[replay.state] ?? [];
}

export function toneOf(replay) {
  return TONES[replay.state] ?? '';
}

export function isBuilding(replay) {
  return replay.state === 'RUNNING' || replay.state === 'PAUSED';
}

/** How fast it goes, and how long it will take. */
export function pace(replay) {
  if (!isBuilding(replay)) return '';
  const rate = `${count(replay.currentRate)}/s`;
  return replay.remainingMillis == null ? rate : `${rate}, ${span(replay.remainingMillis)} left`;
}

/** Which part of the events it is about. */
export function part(selection) {
  const said = [
    selection.flow && `flow ${selection.flow}`,
    selection.samplePercent != null && `${selection.samplePercent} % of the flows`,
    ...(selection.streams ?? []),
    ...(selection.facts ?? []),
    selection.fromPosition != null && `from position ${selection.fromPosition}`,
    selection.toPosition != null && `to position ${selection.toPosition}`,
    selection.from && `from ${selection.from}`,
    selection.to && `to ${selection.to}`,
  ].filter(Boolean);
  return said.join(', ') || 'all events';
}

/** What the form asks for, as the API wants it; positions are numbers, anything else is a time. */
export function requestOf({ projection, eventsPerSecond, flow, samplePercent, facts, streams, from, to }) {
  const selection = {
    flow: flow.trim(),
    samplePercent: samplePercent && Number(samplePercent),
    facts: facts.split(/[\s,]+/).filter(Boolean),
    streams: streams.split(/[\s,]+/).filter(Boolean),
    ...bound('from', from.trim()),
    ...bound('to', to.trim()),
  };
  const given = Object.entries(selection).filter(([, value]) => value !== '');
  return { projection, eventsPerSecond: eventsPerSecond === '' ? null : Number(eventsPerSecond), selection: Object.fromEntries(given) };
}

function bound(name, value) {
  return /^\d+$/.test(value) ? { [`${name}Position`]: Number(value) } : { [name]: value };
}

/** Where the plan of a request is. */
export function planPath({ projection, eventsPerSecond, selection }) {
  const query = new URLSearchParams();
  if (eventsPerSecond !== null) query.set('eventsPerSecond', eventsPerSecond);
  Object.entries(selection).forEach(([name, value]) => [value].flat().forEach((one) => query.append(name, one)));
  return `/operator/projections/${encodeURIComponent(projection)}/plan?${query}`;
}
