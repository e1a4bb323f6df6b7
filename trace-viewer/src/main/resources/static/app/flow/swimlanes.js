import { callsOf } from './calls.js';
import { pendingOf } from './pending.js';

/**
 * Places a flow's events: one lane per service, one row per event, time running down. What took long gets a taller gap, but never more
 * than LONGEST, so that a wait of an hour fits beside one of a millisecond.
 */
export const ROW = 40;
export const PILL = 28;
export const TIMES = 68;
const CALL = 20;
const TOP = 44;
export const GUTTER = 52;

/** No lane is narrower, whatever room there is; what does not fit can be scrolled to. */
const NARROWEST = 176;

/** With less room than this lanes are tracks with a dot for each event, and what happened stands beside them. */
const NARROW = 560;
const TRACK = 20;

/** So many rows are drawn at once, whether they are in sight or not. */
const FEW = 80;

/** A shorter gap is not worth a number of its own beside the times. */
const GAP_WITH_NUMBER = 26;
const LONGEST = 56;

/** A wait of at least this share of the whole is one that a person looks for. */
const LONG_SHARE = 0.2;

export function layout(details, width) {
  const lanes = lanesOf(details);
  const compact = width < NARROW;
  const laneWidth = compact ? TRACK : Math.max(NARROWEST, Math.floor((width - TIMES) / Math.max(1, lanes.length)));
  const laneX = (service) => TIMES + Math.max(0, lanes.indexOf(service)) * laneWidth;
  const end = TIMES + lanes.length * laneWidth;
  const room = (service) => (compact ? { x: end + 8, width: width - end - 14, dotX: laneX(service) + TRACK / 2 }
    : { x: laneX(service) + GUTTER, width: laneWidth - GUTTER - 6 });
  const place = (node, y, height) => ({ ...node, ...room(serviceOf(node)), y, height });
  const nodes = [];
  let y = compact ? PILL / 2 : TOP;
  let before = 0;
  for (const item of happened(details)) {
    const height = item.call ? CALL : PILL;
    const waited = item.afterMillis - before;
    const extra = nodes.length ? stretch(waited) : 0;
    y += extra;
    nodes.push({ ...place(item, y, height), gap: extra > GAP_WITH_NUMBER ? { millis: waited, y: y - extra / 2 - (ROW - PILL) / 2 } : undefined });
    y += height + ROW - PILL;
    before = item.afterMillis;
  }
  const find = finder(nodes);
  for (const pending of pendingOf(details)) {
    nodes.push({ ...place(pending, y + 8, PILL), cause: find(pending) });
    y += ROW;
  }
  return {
    compact,
    width: compact ? width - 2 : end,
    height: y + 20,
    lanes: lanes.map((service) => ({ service, x: laneX(service), width: laneWidth })),
    nodes,
    arrows: compact ? tracksOf(nodes, find, before) : arrowsOf(nodes, find, lanes, laneX, before),
  };
}

/** What of a layout lies between two heights; a flow of a few screens stays whole. */
export function within(placed, from, to) {
  if (placed.nodes.length <= FEW) return placed;
  return {
    ...placed,
    nodes: placed.nodes.filter((node) => node.y + node.height >= from && node.y <= to),
    arrows: placed.arrows.filter((arrow) => Math.max(arrow.fromY, arrow.toY) >= from && Math.min(arrow.fromY, arrow.toY) <= to),
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

/** From the cause's dot to that of what came of it; how long it took shows in the times beside them. */
function tracksOf(nodes, find, whole) {
  return nodes.flatMap((node) => {
    const cause = node.cause ?? find(node);
    if (!cause) return [];
    const fromY = cause.y + cause.height / 2;
    const toY = node.y + node.height / 2;
    return [{
      key: `${cause.key}-${node.key}`, kind: node.kind, from: cause.key, to: node.key, long: isLong(node, cause, whole),
      fromY, toY, curve: `M${cause.dotX} ${fromY}C${cause.dotX} ${(fromY + toY) / 2} ${node.dotX} ${(fromY + toY) / 2} ${node.dotX} ${toY}`,
    }];
  });
}

function isLong(node, cause, whole) {
  const millis = node.call?.failed ? 0 : node.afterMillis - cause.afterMillis;
  return millis > 100 && millis >= whole * LONG_SHARE;
}

function arrowsOf(nodes, find, lanes, laneX, whole) {
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
      toX: node.x, toY: node.y + node.height / 2, even: lanes.indexOf(serviceOf(node)) % 2 === 0, long: isLong(node, cause, whole),
    }];
  });
}

function stretch(millis) {
  return millis <= 20 ? 0 : Math.min(LONGEST, Math.round(Math.log10(millis / 20) * 16));
}
