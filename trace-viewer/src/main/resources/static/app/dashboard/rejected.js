import { html, nothing } from 'lit';
import { count, shortName } from '../frame/format.js';
import { share } from '../frame/share.js';

/** What was given to the services and not taken: requests that were refused, and rows of files that wait for somebody to decide. */
export function rejectedInput({ refused, quarantined }) {
  return html`<section class="plot" id="rejected"><h2>Rejected input, by reason</h2>
    ${refused.length + quarantined.length === 0 ? html`<p class="quiet">Nothing: every request was taken, and no row of a file waits in quarantine.</p>` : nothing}
    ${refused.length === 0 ? nothing : html`<h3>Requests refused since the services were started</h3>${shares(refused, 'cancelled')}`}
    ${quarantined.length === 0 ? nothing : html`<h3>Rows in quarantine</h3>${shares(quarantined, 'stuck')}
      <p class="quiet">Look at them with <code>./troupe quarantine list</code>; each is released once mended, or dropped.</p>`}</section>`;
}

function shares(counts, tone) {
  const total = counts.reduce((sum, one) => sum + one.number, 0);
  return html`<ul class="shares">${counts.map((one) => html`<li><span><span class="quiet">${shortName(one.service)}</span> ${one.reason.toLowerCase().replaceAll(/[_-]/g, ' ')}</span>
    ${share(one.number / total, tone, 'share of all')}<b>${count(one.number)}</b></li>`)}</ul>`;
}
