import { html, nothing, svg } from 'lit';
import { count } from '../frame/format.js';
import { HEIGHT, ticksOf } from './charts.js';

/** Room for the numbers beside a chart, and below and above it. */
const LEFT = 52;
const RIGHT = 8;
const TOP = 8;
const BELOW = 22;

/** How wide the drawing itself is in so much room. */
export function drawingWidth(room) {
  return Math.max(160, room - LEFT - RIGHT);
}

/** What every chart has around it: a title, two axes with numbers, and what its colours mean. */
function frame({ title, top, say, legend, drawing, spoken, window, width }) {
  const scale = Number.isInteger(top / 2) ? [1, 0.5, 0] : [1, 0];
  return html`<figure class="plot"><figcaption><b>${title}</b><span class="legend">${legend}</span></figcaption>
    <svg width=${LEFT + width + RIGHT} height=${TOP + HEIGHT + BELOW} role="img" aria-label="${title}: ${spoken}">
      ${scale.map((part) => svg`<text class="tick left" x=${LEFT - 8} y=${TOP + HEIGHT * (1 - part) + 4}>${say(top * part)}</text>`)}
      ${ticksOf(window, width).map((tick) => svg`<text class="tick below ${tick.place}" x=${LEFT + tick.x} y=${TOP + HEIGHT + 17}>${tick.text}</text>`)}
      <g transform="translate(${LEFT} ${TOP})"><line class="axis" x1="0" x2=${width} y1=${HEIGHT} y2=${HEIGHT}></line>
        ${scale.slice(0, -1).map((part) => svg`<line class="axis faint" x1="0" x2=${width} y1=${HEIGHT * (1 - part)} y2=${HEIGHT * (1 - part)}></line>`)}${drawing}</g></svg></figure>`;
}

function key(name, tone, value) {
  return html`<span class="key ${tone}">${name}${value === undefined ? nothing : html` <b>${value}</b>`}</span>`;
}

/** Orders that were placed, and beside them how many came to which end. */
export function orderBars(chart, window, width) {
  const drawing = chart.bars.map((bar) => svg`<g class="bar"><title>${bar.minutesAgo ? `${bar.minutesAgo} min ago` : 'this minute'}: ${bar.placed} placed, ${bar.completed} completed, ${bar.cancelled} cancelled</title>
    <rect class="hit" x=${bar.x} width=${bar.width} y="0" height=${HEIGHT}></rect>
    <rect class="placed" x=${bar.x} width=${bar.width / 2 - 0.5} y=${HEIGHT - bar.placedHeight} height=${bar.placedHeight}></rect>
    <rect class="completed" x=${bar.x + bar.width / 2} width=${bar.width / 2} y=${HEIGHT - bar.completedHeight} height=${bar.completedHeight}></rect>
    <rect class="cancelled" x=${bar.x + bar.width / 2} width=${bar.width / 2} y=${HEIGHT - bar.completedHeight - bar.cancelledHeight} height=${bar.cancelledHeight}></rect></g>`);
  const legend = html`${key('placed', 'placed')}${key('completed', 'completed')}${key('cancelled', 'cancelled')}`;
  return frame({ title: 'Orders per minute', top: chart.most, say: count, legend, drawing, spoken: `${count(chart.most)} at most`, window, width });
}

/** Lines over time, with the objective as a dashed one. */
export function lines(title, chart, say, window, width) {
  const drawing = svg`${chart.limitY === undefined ? nothing : svg`<line class="limit" x1="0" x2=${width} y1=${chart.limitY} y2=${chart.limitY}></line>`}
    ${chart.lines.map((line, index) => svg`<g class="line line-${index}"><polyline points=${line.points}></polyline>
      ${line.dots.map((dot) => svg`<circle cx=${dot.x} cy=${dot.y} r="2.5"></circle>`)}</g>`)}`;
  const legend = html`${chart.lines.map((line, index) => key(line.name, `line-${index}`, line.last === undefined ? '–' : say(line.last)))}
    ${chart.limitY === undefined ? nothing : key('objective', 'limit')}`;
  const spoken = chart.lines.map((line) => `${line.name} ${line.last === undefined ? 'unknown' : say(line.last)}`).join(', ');
  return frame({ title, top: chart.top, say, legend, drawing, spoken, window, width });
}
