import { html, nothing, svg } from 'lit';
import { count } from '../frame/format.js';
import { HEIGHT, WIDTH } from './charts.js';

const LEFT = 46;

/** What every chart has around it: a title, a scale, the hour it shows, and what its colours mean. */
function frame(title, top, legend, drawing, description) {
  return html`<figure class="plot"><figcaption><b>${title}</b><span class="legend">${legend}</span></figcaption>
    <svg viewBox="0 0 ${LEFT + WIDTH + 4} ${HEIGHT + 26}" role="img" aria-label="${title}: ${description}">
      <text class="right" x=${LEFT - 6} y="12">${top}</text><text class="right" x=${LEFT - 6} y=${HEIGHT + 8}>0</text>
      <text x=${LEFT} y=${HEIGHT + 24}>an hour ago</text><text class="right" x=${LEFT + WIDTH} y=${HEIGHT + 24}>now</text>
      <g transform="translate(${LEFT} 6)"><line class="axis" x1="0" x2=${WIDTH} y1=${HEIGHT} y2=${HEIGHT}></line>
        <line class="axis faint" x1="0" x2=${WIDTH} y1=${HEIGHT / 2} y2=${HEIGHT / 2}></line>${drawing}</g></svg></figure>`;
}

function key(name, tone, value) {
  return html`<span class="key ${tone}">${name}${value === undefined ? nothing : html` <b>${value}</b>`}</span>`;
}

/** Orders that were placed, and beside them how many came to which end. */
export function orderBars(chart) {
  const drawing = chart.bars.map((bar) => svg`<g class="bar"><title>${bar.minutesAgo} min ago: ${bar.placed} placed, ${bar.completed} completed, ${bar.cancelled} cancelled</title>
    <rect class="hit" x=${bar.x} width=${bar.width} y="0" height=${HEIGHT}></rect>
    <rect class="placed" x=${bar.x} width=${bar.width / 2 - 0.5} y=${HEIGHT - bar.placedHeight} height=${bar.placedHeight}></rect>
    <rect class="completed" x=${bar.x + bar.width / 2} width=${bar.width / 2} y=${HEIGHT - bar.completedHeight} height=${bar.completedHeight}></rect>
    <rect class="cancelled" x=${bar.x + bar.width / 2} width=${bar.width / 2} y=${HEIGHT - bar.completedHeight - bar.cancelledHeight} height=${bar.cancelledHeight}></rect></g>`);
  const legend = html`${key('placed', 'placed')}${key('completed', 'completed')}${key('cancelled', 'cancelled')}`;
  return frame('Orders per minute', count(chart.most), legend, drawing, `${count(chart.most)} at most`);
}

/** Lines over the last hour, with the objective as a dashed one. */
export function lines(title, chart, say) {
  const drawing = svg`${chart.limitY === undefined ? nothing : svg`<line class="limit" x1="0" x2=${WIDTH} y1=${chart.limitY} y2=${chart.limitY}></line>`}
    ${chart.lines.map((line, index) => svg`<g class="line line-${index}"><polyline points=${line.points}></polyline>
      ${line.dots.map((dot) => svg`<circle cx=${dot.x} cy=${dot.y} r="2.5"></circle>`)}</g>`)}`;
  const legend = html`${chart.lines.map((line, index) => key(line.name, `line-${index}`, line.last === undefined ? '–' : say(line.last)))}
    ${chart.limitY === undefined ? nothing : key('objective', 'limit')}`;
  const spoken = chart.lines.map((line) => `${line.name} ${line.last === undefined ? 'unknown' : say(line.last)}`).join(', ');
  return frame(title, say(chart.top), legend, drawing, spoken);
}
