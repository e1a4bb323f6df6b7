import { html, nothing } from 'lit';
import { hueOf, shortName, span } from '../frame/format.js';
import { flowPath } from '../frame/router.js';
import { partingOf } from './alignment.js';

/** One row per fact; the bars show how long each flow waited for it after what it followed from. */
export function stepTable(rows, left, right) {
  const longest = Math.max(1, ...rows.flatMap((row) => [row.left?.waited ?? 0, row.right?.waited ?? 0]));
  const first = partingOf(rows);
  return html`<div class="table steps"><table><thead><tr><th scope="col">Fact</th><th scope="col">${left.flow.flowId}</th><th scope="col">${right.flow.flowId}</th>
      <th scope="col" class="num">Difference</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr class="${row.left && row.right ? '' : 'alone'} ${row === first ? 'parting' : ''}">
      <th scope="row"><span class="who ${hueOf(row.service)}">${shortName(row.service)}</span> <code>${row.type}</code>${row === first ? html`<small class="warn">here they part</small>` : nothing}</th>
      ${cell(row.left, left, longest, row)}${cell(row.right, right, longest, row)}
      <td class="num">${row.left && row.right ? difference(row.right.waited - row.left.waited) : ''}</td></tr>`)}</tbody></table></div>`;
}

function cell(side, details, longest, row) {
  if (!side) return html`<td class="quiet">did not happen</td>`;
  return html`<td><a class="step ${hueOf(row.service)}" href="${flowPath(details.flow.flowId)}#${side.id}">
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width=${Math.max(0.5, (side.waited / longest) * 100)} height="10" rx="1"></rect></svg>
    <span>${span(side.waited)}</span><small>at +${span(side.afterMillis)}</small></a></td>`;
}

function difference(millis) {
  if (Math.abs(millis) < 20) return html`<span class="quiet">same</span>`;
  return html`<span class=${millis > 0 ? 'slower' : 'faster'}>${millis > 0 ? '+' : '−'}${span(Math.abs(millis))}</span>`;
}
