import { html } from 'lit';

/** A bar that shows how big a part of a whole something is. */
export function share(part, tone, label) {
  return html`<svg class="share ${tone}" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label=${label}>
    <rect class="whole" width="100" height="8"></rect><rect class="part" width=${100 * part} height="8"></rect></svg>`;
}
