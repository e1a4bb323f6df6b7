import { html, nothing } from 'lit';
import { span } from '../frame/format.js';
import { differencesOf, partingOf } from './alignment.js';

/** In a sentence or two: where two flows part, and where time went. */
export function verdict(left, right, rows) {
  return html`${parting(left.flow, right.flow, rows)} ${time(left.flow, right.flow, rows)}`;
}

function parting(left, right, rows) {
  const first = partingOf(rows);
  if (!first) return html`Both went the same way.`;
  const at = rows[rows.indexOf(first) - 1];
  const who = first.left ? left.flowId : right.flowId;
  const other = first.left ? right.flowId : left.flowId;
  return html`They part ${at ? html`after <code>${at.type}</code>` : 'at once'}: <code>${first.type}</code> came in <b>${who}</b> and not in <b>${other}</b>.`;
}

function time(left, right, rows) {
  const [most] = differencesOf(rows);
  if (!most) return html`No step took either of them noticeably longer.`;
  const slow = most.difference > 0 ? right : left;
  return html`The greatest difference in time is <code>${most.type}</code>: <b>${slow.flowId}</b> waited ${span(Math.abs(most.difference))} longer for it${whole(left, right)}.`;
}

function whole(left, right) {
  if (left.latencyMillis === undefined || right.latencyMillis === undefined) return nothing;
  return `; altogether they took ${span(left.latencyMillis)} and ${span(right.latencyMillis)}`;
}
