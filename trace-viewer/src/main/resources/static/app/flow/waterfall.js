import { html, nothing, svg } from 'lit';
import { hueOf, span } from '../frame/format.js';

const ROW = 20;
const NAMES = 300;

/** Where each span begins and how long it is, as parts of the whole; nothing here depends on all spans being there. */
export function bars(spans) {
  const at = (moment) => new Date(moment).getTime();
  const first = Math.min(...spans.map((one) => at(one.began)));
  const last = Math.max(...spans.map((one) => at(one.began) + one.micros / 1000));
  const whole = Math.max(1, last - first);
  return spans.map((one) => ({ ...one, from: (at(one.began) - first) / whole, part: one.micros / 1000 / whole, after: at(one.began) - first }));
}

/** What services were busy with, drawn over time. */
export function waterfall(spans, room) {
  if (!spans?.length) return nothing;
  const width = Math.max(240, room - NAMES - 90);
  return html`<details class="spans"><summary>Spans (${spans.length})</summary><div class="lanes">
    <svg width=${NAMES + width + 80} height=${spans.length * ROW + 8} role="img" aria-label="Spans over time">
      ${bars(spans).map((bar, index) => svg`<g class="span ${hueOf(bar.service)} ${bar.failed ? 'failed' : ''}">
        <title>${bar.service}: ${bar.name}, ${span(bar.micros / 1000)}, after ${span(bar.after)}</title>
        <text x="8" y=${index * ROW + 18}>${bar.name.slice(0, 44)}</text>
        <rect x=${NAMES + bar.from * width} y=${index * ROW + 7} width=${Math.max(2, bar.part * width)} height="13" rx="2"></rect>
        <text class="took" x=${NAMES + bar.from * width + Math.max(2, bar.part * width) + 6} y=${index * ROW + 18}>${span(bar.micros / 1000)}</text></g>`)}
    </svg></div></details>`;
}
