import { ago, clock, outcomeWords, span } from '../frame/format.js';

/** What a row of the list shows of a flow. */
export function rowOf(flow, now = Date.now()) {
  const state = stateOf(flow);
  return {
    id: flow.flowId,
    state,
    about: flow.kind === 'order' ? `customer ${flow.customer ?? 'unknown'}` : flow.kind,
    last: flow.lastType,
    events: flow.events,
    took: flow.latencyMillis !== undefined ? span(flow.latencyMillis) : '',
    running: flow.latencyMillis === undefined && flow.status !== 'ENDED' ? span(now - new Date(flow.began).getTime()) : '',
    flowBegan: flow.began,
    began: ago(flow.began, now),
    beganAt: clock(flow.began),
    owedBy: flow.owedBy,
  };
}

/** How a flow stands, in a word or two, and the tone in which to say it. */
export function stateOf(flow) {
  if (flow.status === 'STUCK') return { label: 'Stuck', tone: 'stuck' };
  if (flow.outcome === 'CANCELLED') return { label: 'Cancelled', detail: outcomeWords(flow.reason), tone: 'cancelled' };
  if (flow.outcome === 'COMPLETED') return { label: 'Completed', tone: 'completed' };
  return flow.status === 'ENDED' ? { label: 'Recorded', tone: 'quiet' } : { label: 'Under way', tone: 'open' };
}
