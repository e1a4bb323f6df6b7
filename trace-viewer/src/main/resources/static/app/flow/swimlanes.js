/**
 * Places a flow's events: one lane per service, one row per event, time running down. What took long gets a taller gap, but never more
 * than LONGEST, so that a wait of an hour fits beside one of a millisecond.
 */
export const ROW = 40;
export const PILL = 28;
export const TOP = 44;
export const TIMES = 74;
export const GUTTER = 34;
const LONGEST = 56;

export function layout(details, width) {
  const lanes = lanesOf(details);
  const laneWidth = Math.max(196, Math.floor((width - TIMES) / Math.max(1, lanes.length)));
  const laneX = (service) => TIMES + Math.max(0, lanes.indexOf(service)) * laneWidth;
  const nodes = [];
  let y = TOP;
  let before = 0;
  for (const event of details.events) {
    const gap = event.afterMillis - before;
    const extra = nodes.length ? stretch(gap) : 0;
    y += extra;
    nodes.push({
      key: event.id, kind: 'event', event, x: laneX(event.service) + GUTTER, y, width: laneWidth - GUTTER - 10,
      gap: extra > 12 ? { millis: gap, y: y - extra / 2 - ROW / 2 + PILL / 2 } : undefined,
    });
    y += ROW;
    before = event.afterMillis;
  }
  const byId = new Map(nodes.map((node) => [node.key, node]));
  const byPosition = new Map(nodes.map((node) => [node.event.position, node]));
  for (const pending of pendingOf(details)) {
    const cause = byPosition.get(pending.position) ?? byId.get(pending.causeId);
    nodes.push({ ...pending, cause, x: laneX(pending.service) + GUTTER, y: y + 8, width: laneWidth - GUTTER - 10 });
    y += ROW;
  }
  return {
    width: TIMES + lanes.length * laneWidth,
    height: y + 20,
    lanes: lanes.map((service) => ({ service, x: laneX(service), width: laneWidth })),
    nodes,
    arrows: arrowsOf(nodes, byId, laneX),
  };
}

/** The services in the order in which they took part; those that only owe something come last. */
export function lanesOf(details) {
  const owing = [...details.debts.map((debt) => debt.service), ...details.deadLetters.map((letter) => process(letter.service)),
    ...details.jobs.map((job) => process(job.service))];
  return [...new Set([...details.events.map((event) => event.service), ...owing])];
}

/** What is still to come, or lies where it should not: debts, dead letters, jobs and deadlines. */
export function pendingOf(details) {
  return [
    ...details.deadLetters.map((letter) => ({
      key: `letter-${letter.service}-${letter.id}`, kind: 'letter', service: process(letter.service), position: letter.position,
      label: `dead letter ${letter.id}`, letter,
    })),
    ...details.jobs.map((job) => ({
      key: `job-${job.service}-${job.name}-${job.key}`, kind: 'job', service: process(job.service), causeId: job.causationId,
      label: `${job.name}${job.attempt ? `, tried ${job.attempt}×` : ''}`, job,
    })),
    ...details.debts.map((debt) => ({
      key: `debt-${debt.service}-${debt.reaction}-${debt.position}`, kind: debt.overdue ? 'overdue' : 'owed', service: debt.service,
      position: debt.position, label: `owes ${debt.anyOf[0]}${debt.anyOf.length > 1 ? ' …' : ''}`, debt,
    })),
  ];
}

function arrowsOf(nodes, byId, laneX) {
  const used = new Map();
  return nodes.flatMap((node) => {
    const cause = node.cause ?? byId.get(node.event?.causeId);
    if (!cause) return [];
    const lane = laneX(node.event?.service ?? node.service);
    const track = used.get(lane) ?? 0;
    used.set(lane, track + 1);
    const x = lane + 8 + (track % 3) * 7;
    const fromY = cause.y + PILL / 2;
    const toY = node.y + PILL / 2;
    const fromX = cause.x >= x ? cause.x : cause.x + cause.width;
    return [{ key: `${cause.key}-${node.key}`, kind: node.kind, from: cause.key, to: node.key, fromX, fromY, x, toX: node.x, toY,
      millis: node.event && cause.event ? node.event.afterMillis - cause.event.afterMillis : undefined }];
  });
}

function stretch(millis) {
  return millis <= 20 ? 0 : Math.min(LONGEST, Math.round(Math.log10(millis / 20) * 16));
}

function process(schema) {
  return schema.endsWith('-service') ? schema : `${schema}-service`;
}
