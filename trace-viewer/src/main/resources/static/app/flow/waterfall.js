import { html, nothing, svg } from 'lit';
import { fitting } from '../frame/fitting.js';
import { hueOf, span } from '../frame/format.js';

const ROW = 20;
const WIDEST_NAMES = 300;

/** Where each span begins and how long it is, as parts of the whole; nothing here depends on all spans being there. */
export function bars(spans) {
  const at = (moment) => new Date(moment).getTime();
  const first = Math.min(...spans.map((one) => at(one.began)));
  const last = Math.max(...spans.map((one) => at(one.began) + one.micros / 1000));
  const whole = Math.max(1, last - first);
  return spans.map((one) => ({ ...one, from: (at(one.began) - first) / whole, part: one.micros / 1000 / whole, after: at(one.began) - first }));
}

/** What services were busy with, drawn over time; those that belong to the chosen event stand out. */
export function waterfall(spans, room, lit = new Set()) {
  if (!spans?.length) return nothing;
  const names = Math.min(WIDEST_NAMES, Math.floor(room * 0.45));
  const width = Math.max(120, room - names - 70);
  return html`<div class="lanes"><svg width=${names + width + 66} height=${spans.length * ROW + 8} role="img" aria-label="Spans over time">
      ${bars(spans).map((bar, index) => drawBar(bar, index * ROW, names, width, lit.has(bar.spanId)))}</svg></div>`;
}

function drawBar(bar, y, names, width, lit) {
  const x = names + bar.from * width;
  const long = Math.max(2, bar.part * width);
  return svg`<g class="span ${hueOf(bar.service)} ${bar.failed ? 'failed' : ''} ${lit ? 'lit' : ''}">
    <title>${bar.service}: ${bar.name}, ${span(bar.micros / 1000)}, after ${span(bar.after)}${bar.failed ? ', failed' : ''}</title>
    <rect class="row" x="0" y=${y + 4} width=${names + width + 66} height=${ROW}></rect>
    <text x="8" y=${y + 18}>${fitting(bar.name, names - 16)}</text>
    <rect x=${x} y=${y + 7} width=${long} height="13" rx="2"></rect>
    <text class="took" x=${x + long + 6} y=${y + 18}>${span(bar.micros / 1000)}</text></g>`;
}
