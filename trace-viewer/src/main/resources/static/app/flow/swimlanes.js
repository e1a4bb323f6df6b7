import { callsOf } from './calls.js';
import { pendingOf } from './pending.js';

/**
 * Places a flow's events: one lane per service, one row per event, time running down. What took long gets a taller gap, but never more
 * than LONGEST, so that a wait of an hour fits beside one of a millisecond.
 */
export const ROW = 40;
export const PILL = 28;
export const TIMES = 74;
const CALL = 20;
const TOP = 44;
const GUTTER = 58;
const LONGEST = 56;

/** A wait of at least this share of the whole is one that a person looks for. */
const LONG_SHARE = 0.2;

export function layout(details, width) {
  const lanes = lanesOf(details);
  const laneWidth = Math.max(200, Math.floor((width - TIMES) / Math.max(1, lanes.length)));
  const laneX = (service) => TIMES + Math.max(0, lanes.indexOf(service)) * laneWidth;
  const place = (node, y, height) => ({ ...node, x: laneX(serviceOf(node)) + GUTTER, y, width: laneWidth - GUTTER - 8, height });
  const nodes = [];
  let y = TOP;
  let before = 0;
  for (const item of happened(details)) {
    const height = item.call ? CALL : PILL;
    const waited = item.afterMillis - before;
    const extra = nodes.length ? stretch(waited) : 0;
    y += extra;
    nodes.push({ ...place(item, y, height), gap: extra > 12 ? { millis: waited, y: y - extra / 2 - (ROW - PILL) / 2 } : undefined });
    y += height + ROW - PILL;
    before = item.afterMillis;
  }
  const find = finder(nodes);
  for (const pending of pendingOf(details)) {
    nodes.push({ ...place(pending, y + 8, PILL), cause: find(pending) });
    y += ROW;
  }
  return {
    width: TIMES + lanes.length * laneWidth,
    height: y + 20,
    lanes: lanes.map((service) => ({ service, x: laneX(service), width: laneWidth })),
    nodes,
    arrows: arrowsOf(nodes, find, laneX, before),
  };
}

/** The services in the order in which they took part; those that only owe something come last. */
export function lanesOf(details) {
  return [...new Set([...details.events, ...pendingOf(details)].map(serviceOf))];
}

function serviceOf(node) {
  return node.event?.service ?? node.service;
}

/** Events and calls in the order of time. */
function happened(details) {
  const known = new Set(lanesOf(details));
  const events = details.events.map((event) => ({ key: event.id, kind: 'event', event, label: event.type, afterMillis: event.afterMillis, causeId: event.causeId }));
  const calls = callsOf(details).filter((call) => known.has(call.service));
  return [...events, ...calls].sort((a, b) => a.afterMillis - b.afterMillis);
}

/** Finds the node that another followed from, by the event's id or by its position. */
function finder(nodes) {
  const byId = new Map(nodes.filter((node) => node.event).map((node) => [node.key, node]));
  const byPosition = new Map([...byId.values()].map((node) => [node.event.position, node]));
  return (node) => byPosition.get(node.position) ?? byId.get(node.causeId);
}

function arrowsOf(nodes, find, laneX, whole) {
  const used = new Map();
  return nodes.flatMap((node) => {
    const cause = node.cause ?? find(node);
    if (!cause) return [];
    const lane = laneX(serviceOf(node));
    const track = used.get(lane) ?? 0;
    used.set(lane, track + 1);
    const x = lane + 7 + (track % 3) * 6;
    const millis = node.afterMillis === undefined ? undefined : node.afterMillis - cause.afterMillis;
    return [{
      key: `${cause.key}-${node.key}`, kind: node.kind, from: cause.key, to: node.key, x, millis,
      fromX: cause.x >= x ? cause.x : cause.x + cause.width, fromY: cause.y + cause.height / 2,
      toX: node.x, toY: node.y + node.height / 2, long: millis > 100 && millis >= whole * LONG_SHARE,
    }];
  });
}

function stretch(millis) {
  return millis <= 20 ? 0 : Math.min(LONGEST, Math.round(Math.log10(millis / 20) * 16));
}
