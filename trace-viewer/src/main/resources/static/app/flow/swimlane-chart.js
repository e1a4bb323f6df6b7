import { html, nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fittingFact } from '../frame/fitting.js';
import { hueOf, shortName, span, times } from '../frame/format.js';
import { GUTTER, TIMES } from './swimlanes.js';

/** A wait shorter than this is not worth a number beside its line. */
const SHORT_MILLIS = 20;

/** Draws what the layout placed; a node can be chosen with the mouse, or with the arrow keys and Enter. */
export function swimlaneChart(placed, chosen, choose) {
  return html`${placed.compact ? laneKey(placed.lanes) : nothing}<div class="lanes ${placed.compact ? 'compact' : ''}"><svg width=${placed.width} height=${placed.height} viewBox="0 0 ${placed.width} ${placed.height}"
      role="group" aria-label="What happened, one column per service, time running down" @keydown=${walk}>
    <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z"></path></marker></defs>
    ${placed.lanes.map((lane, index) => drawLane(lane, index, placed))}
    ${repeat(placed.arrows, keyOf, (arrow) => drawArrow(arrow, chosen))}
    ${repeat(placed.arrows, keyOf, drawWait)}
    ${repeat(placed.nodes, keyOf, (node) => drawNode(node, chosen, choose))}
  </svg></div>`;
}

/** Whatever is drawn stays the same element while others come and go, or the keyboard would lose its place. */
function keyOf(drawn) {
  return drawn.key;
}

/** Up and down go from event to event. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const nodes = [...event.currentTarget.querySelectorAll('.node')];
  nodes[nodes.indexOf(event.target.closest('.node')) + step]?.focus();
}

/** Which colour is whose, where there is no room for names above the lanes. */
function laneKey(lanes) {
  return html`<p class="lane-key">${lanes.map((lane) => html`<span class="who ${hueOf(lane.service)}">${shortName(lane.service)}</span>`)}</p>`;
}

function drawLane(lane, index, { height, compact }) {
  return svg`<g class="lane ${hueOf(lane.service)}">
    <rect class=${index % 2 ? 'odd' : 'even'} x=${lane.x} y="0" width=${lane.width} height=${height}></rect>
    ${compact ? nothing : svg`<text class="lane-name" x=${lane.x + GUTTER} y="24">${shortName(lane.service)}</text>`}</g>`;
}

/** From the cause across to the lane that reacts, down for as long as it took, and into what came of it. */
function drawArrow(arrow, chosen) {
  const lit = arrow.from === chosen || arrow.to === chosen;
  if (arrow.curve) return svg`<g class="arrow ${arrow.kind} ${lit ? 'lit' : ''} ${arrow.long ? 'long' : ''}"><path class="wait" d=${arrow.curve}></path></g>`;
  const r = Math.min(6, Math.max(0, (arrow.toY - arrow.fromY) / 2));
  const side = arrow.fromX > arrow.x ? -1 : 1;
  return svg`<g class="arrow ${arrow.kind} ${lit ? 'lit' : ''} ${arrow.long ? 'long' : ''}">
    <path d="M${arrow.fromX} ${arrow.fromY}H${arrow.x - side * r}q${side * r} 0 ${side * r} ${r}"></path>
    <path class="wait" d="M${arrow.x} ${arrow.fromY + r}V${arrow.toY - r}"></path>
    <path d="M${arrow.x} ${arrow.toY - r}q0 ${r} ${r} ${r}H${arrow.toX - 1}" marker-end="url(#tip)"></path></g>`;
}

/** How long it took, above all lines that cross there. */
function drawWait(arrow) {
  return arrow.millis >= SHORT_MILLIS
    ? svg`<text class="waited ${arrow.long ? 'long' : ''} ${arrow.even ? 'on-even' : ''}" x=${arrow.toX - 3} y=${arrow.toY - 4}>${span(arrow.millis)}</text>` : nothing;
}

function drawNode(node, chosen, choose) {
  const middle = node.y + node.height / 2 + 4;
  const pick = (action) => {
    if (action.type === 'click' || action.key === 'Enter' || action.key === ' ') {
      action.preventDefault();
      choose(node.key);
    }
  };
  return svg`
    ${node.event ? svg`<text class="time" x=${TIMES - 10} y=${middle}>+${span(node.afterMillis)}</text>` : nothing}
    ${node.gap ? svg`<text class="gap" x=${TIMES - 10} y=${node.gap.y + 4}>${span(node.gap.millis)} ⋮</text>` : nothing}
    <g class="node ${node.kind} ${hueOf(node.event?.service ?? node.service)} ${node.key === chosen ? 'chosen' : ''}" role="button" tabindex="0"
      aria-pressed=${node.key === chosen ? 'true' : 'false'} aria-label=${spoken(node)} @click=${pick} @keydown=${pick}>
      <title>${node.title ?? node.label}</title>
      ${node.dotX ? svg`<circle cx=${node.dotX} cy=${node.y + node.height / 2} r=${node.call ? 3 : 4.5}></circle>` : nothing}
      <rect x=${node.x} y=${node.y} width=${node.width} height=${node.height} rx="6"></rect>
      <text x=${node.x + 9} y=${middle}>${mark(node)}${fittingFact(node.label, node.width - (mark(node) ? 32 : 16) - (node.again?.length ? 24 : 0), node.call ? 11 : 12)}</text>
      ${node.again?.length ? svg`<text class="again" x=${node.x + node.width - 8} y=${middle}>×${node.again.length + 1}</text>` : nothing}</g>`;
}

function mark(node) {
  if (node.call) return node.call.failed ? '✗ ' : '⇄ ';
  return node.deadline ? '◔ ' : '';
}

function spoken(node) {
  const how = node.again?.length ? `failed ${times(node.again.length + 1)}: ` : 'failed: ';
  const what = node.call ? `${node.call.failed ? how : 'call: '}${node.label}` : node.label;
  return `${what}, ${node.event?.service ?? node.service}${node.afterMillis === undefined ? '' : `, after ${span(node.afterMillis)}`}`;
}
