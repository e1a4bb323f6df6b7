/** Which service holds how many flows up, and for which reason; who holds up most comes first. */
export function culprits(flows) {
  const found = new Map();
  for (const { debts } of flows) {
    for (const key of new Set(debts.map((debt) => `${debt.service} ${debt.reason}`))) {
      found.set(key, (found.get(key) ?? 0) + 1);
    }
  }
  return [...found].map(([key, number]) => {
    const [service, reason] = key.split(' ');
    return { service, reason, flows: number };
  }).sort((a, b) => b.flows - a.flows);
}

/** The address at which only the flows of one culprit are shown. */
export function addressOf({ service, reason }) {
  return `/stuck?${new URLSearchParams({ service, reason })}`;
}

/** Whose flows an address asks for; nobody's in particular unless it names both. */
export function culpritOf(search) {
  const given = new URLSearchParams(search);
  return given.get('service') && given.get('reason') ? { service: given.get('service'), reason: given.get('reason') } : undefined;
}

export function isSame(one, other) {
  return one.service === other.service && one.reason === other.reason;
}

/** A flow may owe the same for several events; a person needs to read it once. */
export function eachOnce(debts) {
  return [...new Map(debts.map((debt) => [`${debt.service} ${debt.reason} ${debt.anyOf}`, debt])).values()];
}

export const REASONS = {
  PROCESS_DOWN: 'process is down',
  PROCESSOR_STOPPED: 'processor is stopped',
  RETRYING: 'is retrying',
  LAGGING: 'is lagging',
  DEAD_LETTER: 'holds dead letters',
  WAITING_FOR_OUTSIDE: 'waits for the outside',
  PUBLISHED_NOTHING: 'handled it, published nothing',
};

/** What a person can do about each. */
export const REMEDIES = {
  PROCESS_DOWN: 'Start it again; it goes on where it stopped.',
  PROCESSOR_STOPPED: 'Look for a process that holds the segment and hangs.',
  RETRYING: 'Mend what its message names; it tries again by itself.',
  LAGGING: 'Wait, or see on the dashboard whether it catches up.',
  DEAD_LETTER: 'Mend the cause, then have it tried again: ./troupe deadletters',
  WAITING_FOR_OUTSIDE: 'Nothing, if the outside comes back; it tries again by itself.',
  PUBLISHED_NOTHING: 'Look at the reaction that is named: a fact it promised is missing.',
};
