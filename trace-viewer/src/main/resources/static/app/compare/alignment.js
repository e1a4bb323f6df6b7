/**
 * Lays two flows side by side: what happened in both stands in one row, whatever only one of them has in a row of its own. What is the same
 * is told by its type, its service and how often it had happened before.
 */
export function align(left, right) {
  const a = keyed(left.events);
  const b = keyed(right.events);
  const rows = a.map((entry) => row(entry, b.find((other) => other.key === entry.key)));
  let after = -1;
  for (const entry of b) {
    const same = rows.findIndex((other) => other.key === entry.key);
    if (same >= 0) after = Math.max(after, same);
    else rows.splice(++after, 0, row(undefined, entry));
  }
  return rows;
}

/** Where they part: the first row that only one of them has, if there is one. */
export function partingOf(rows) {
  return rows.find((one) => !one.left || !one.right);
}

/** Where time went: the steps that took one of them longer, the greatest difference first. */
export function differencesOf(rows, atLeast = 20) {
  return rows.filter((one) => one.left && one.right)
    .map((one) => ({ ...one, difference: one.right.waited - one.left.waited }))
    .filter((one) => Math.abs(one.difference) >= atLeast)
    .sort((x, y) => Math.abs(y.difference) - Math.abs(x.difference));
}

function keyed(events) {
  const seen = new Map();
  const at = new Map(events.map((event) => [event.id, event.afterMillis]));
  return events.map((event) => {
    const name = `${event.service} ${event.type}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    const cause = at.get(event.causeId);
    return { key: `${name} ${before}`, event, waited: event.afterMillis - (cause ?? 0) };
  });
}

function row(left, right) {
  const { key, event } = left ?? right;
  return { key, type: event.type, service: event.service, left: side(left), right: side(right) };
}

function side(entry) {
  return entry && { afterMillis: entry.event.afterMillis, waited: entry.waited, id: entry.event.id };
}
