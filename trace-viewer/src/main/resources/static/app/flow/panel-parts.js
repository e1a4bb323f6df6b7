import { html, nothing } from 'lit';

/** Names and values; those without a value are left out. */
export function facts(entries) {
  return html`<dl>${entries.filter(([, value]) => value !== undefined).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

/** A long name that may be broken between its words. */
export function breakable(name) {
  return name.split(/(?=[A-Z])/).map((word) => html`${word}<wbr>`);
}

/** What a service wrote, as text. It can be scrolled, so the keyboard must reach it. */
export function json(value, label) {
  return value === undefined ? nothing : html`<pre tabindex="0" role="region" aria-label=${label}>${JSON.stringify(value, null, 2)}</pre>`;
}
