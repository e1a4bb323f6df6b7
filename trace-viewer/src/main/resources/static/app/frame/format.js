/** Says how long something took, as briefly as a person would. */
export function span(millis) {
  if (millis === undefined || millis === null) return '';
  if (millis < 1000) return `${Math.max(0, Math.round(millis))} ms`;
  if (millis < 60_000) return `${(millis / 1000).toFixed(1)} s`;
  if (millis < 3_600_000) return `${Math.floor(millis / 60_000)} min`;
  if (millis < 172_800_000) return `${Math.floor(millis / 3_600_000)} h`;
  return `${Math.floor(millis / 86_400_000)} days`;
}

/** Says how long ago a moment was. */
export function ago(moment, now = Date.now()) {
  const millis = now - new Date(moment).getTime();
  if (millis < 5000) return 'just now';
  return millis < 60_000 ? `${Math.floor(millis / 1000)} s ago` : `${span(millis)} ago`;
}

/** A moment as the clock on the wall shows it. */
export function clock(moment) {
  return new Date(moment).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
}

export function count(number) {
  return Number(number ?? 0).toLocaleString();
}

/** So many of something, in the singular if it is one. */
export function some(number, thing) {
  return `${count(number)} ${thing}${Number(number) === 1 ? '' : 's'}`;
}

/** How often something was tried. */
export function times(number) {
  return number === 1 ? 'once' : `${count(number)} times`;
}

/** CANCELLED becomes Cancelled, OUT_OF_STOCK becomes Out of stock. */
export function words(name) {
  if (!name) return '';
  const text = name.toLowerCase().replaceAll('_', ' ');
  return text[0].toUpperCase() + text.slice(1);
}

const OUTCOMES = {
  CUSTOMER: 'Cancelled by customer', OUT_OF_STOCK: 'Out of stock', DECLINED: 'Payment declined', TIMED_OUT: 'Timed out',
  RESERVATION_EXPIRED: 'Reservation expired', OPEN: 'Under way',
};

/** How an order ended, or why it was cancelled, as a person says it. */
export function outcomeWords(name) {
  return OUTCOMES[name] ?? words(name);
}

const HUES = ['order', 'payment', 'inventory', 'notification'];

/** The class that gives a service its colour, the same on every page. */
export function hueOf(service) {
  const name = String(service).replace(/-service$/, '');
  return HUES.includes(name) ? `hue-${name}` : 'hue-other';
}

/** `order-service` is called `order` where there is little room. */
export function shortName(service) {
  return String(service).replace(/-service$/, '');
}
