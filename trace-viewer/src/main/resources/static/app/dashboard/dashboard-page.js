import { html, nothing, svg } from 'lit';
import { Page } from '../frame/page.js';
import { count, hueOf, outcomeWords, some, span } from '../frame/format.js';
import { share } from '../frame/share.js';
import { latencyLines, minuteBars, niceSpan, refusedPerMinute, sampleLines, sparkline, windowOf } from './charts.js';
import { drawingWidth, lines, orderBars } from './chart-parts.js';
import { objectiveTiles } from './objectives.js';
import { rejectedInput } from './rejected.js';

/** How many of the newest samples a table's cell shows: ten minutes. */
const IN_A_CELL = 60;

/** How the system as a whole is doing, against what it should be like, for the person who runs it. */
class DashboardPage extends Page {
  static properties = { room: { state: true } };

  pause = 1000;
  #watch = new ResizeObserver(([entry]) => { this.room = Math.floor(entry.contentRect.width) || this.room; });

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  updated() {
    const plot = this.querySelector('.plot');
    if (plot) this.#watch.observe(plot);
  }

  path() {
    return '/api/dashboard';
  }

  render() {
    return html`<div class="title"><h1>Dashboard</h1>${this.answer ? this.#glance(this.answer) : nothing}</div>
      ${this.failureNote()} ${this.answer ? this.#body(this.answer) : this.waitingNote()}`;
  }

  #glance(board) {
    const missed = board.objectives.filter((objective) => !objective.met).length;
    return html`<p class="quiet">${missed ? `${missed} of ${board.objectives.length} objectives missed` : 'all objectives met'};
      ${some(board.flows.open, 'flow')} under way, ${some(Math.max(0, board.head - board.indexPosition), 'event')} still to be read</p>`;
  }

  #body(board) {
    const limit = (name) => board.objectives.find((objective) => objective.name === name)?.limit;
    const { samples, minutes } = board;
    const window = windowOf(board);
    const width = drawingWidth(this.room ?? 560);
    const draw = (title, chart, say) => lines(title, chart, say, window, width);
    const over = (values, named, most, nice) => sampleLines(values, window, width, named, most, nice);
    const slowest = (sample) => Math.max(0, ...Object.values(sample.lag));
    return html`${objectiveTiles(board.objectives)}
      <div class="plots">
        ${orderBars(minuteBars(minutes, window, width), window, width)}
        ${draw('Latency of orders', latencyLines(minutes, window, width, limit('Order latency, p95')), span)}
        ${draw('Slowest processor, events behind', over(samples, { lag: slowest }, limit('Slowest processor')), count)}
        ${draw('Time until an event is shown here', over(samples, { p95: (sample) => sample.ingestMillis }, limit('Time to be shown, p95'), niceSpan), span)}
        ${draw('What needs somebody', over(samples, { 'stuck flows': (sample) => sample.stuck, 'dead letters': (sample) => sample.deadLetters }), count)}
        ${draw('Requests refused per minute', over(refusedPerMinute(samples), { refused: (sample) => sample.refused }), (number) => count(Math.round(number)))}
        <section class="plot"><h2>Outcomes of all orders</h2>${outcomes(board.outcomes)}</section>
        ${rejectedInput(board)}
      </div>
      <section id="processors"><h2>Processors</h2>${this.#processors(board)}</section>`;
  }

  #processors(board) {
    const newest = board.samples.slice(-IN_A_CELL);
    if (board.processors.length === 0) return html`<p class="quiet">No service has declared itself. Start them with <code>./troupe up</code>.</p>`;
    return html`<div class="table"><table><thead><tr><th scope="col">Service</th><th scope="col">Processor</th><th scope="col">State</th>
        <th scope="col" class="num">Segments</th><th scope="col" class="num">Behind</th><th scope="col">Behind, last ten minutes</th></tr></thead>
      <tbody>${board.processors.map((processor) => html`<tr><td><span class="who ${hueOf(processor.service)}">${processor.service}</span></td><th scope="row">${processor.processor}</th>
        <td><span class="state ${processor.state === 'running' ? 'completed' : 'stuck'}">${processor.state}</span> ${processor.cause ?? ''}</td>
        <td class="num">${processor.segments}</td><td class="num">${processor.lag === undefined ? '–' : count(processor.lag)}</td>
        <td class=${hueOf(processor.service)}>${spark(newest.map((sample) => sample.lag[processor.processor] ?? 0))}</td></tr>`)}</tbody></table></div>`;
  }
}

function spark(values) {
  return html`<svg class="spark" width="120" height="20" viewBox="0 0 120 20" role="img" aria-label="at most ${count(Math.max(0, ...values))} behind">
    ${svg`<polyline points=${sparkline(values)}></polyline>`}</svg>`;
}

const TONES = { COMPLETED: 'completed', OPEN: 'open' };

function outcomes(outcomes) {
  const entries = Object.entries(outcomes).sort((a, b) => b[1] - a[1]);
  const total = entries.reduce((sum, [, number]) => sum + number, 0);
  if (total === 0) return html`<p class="quiet">No orders yet. Play some with <code>./troupe demo</code>.</p>`;
  return html`<ul class="shares">${entries.map(([name, number]) => html`<li><a href="/?${name === 'OPEN' ? 'status' : 'outcome'}=${name}">${outcomeWords(name)}</a>
    ${share(number / total, TONES[name] ?? 'cancelled', 'share of all orders')}<b>${count(number)}</b></li>`)}</ul>`;
}

customElements.define('dashboard-page', DashboardPage);
