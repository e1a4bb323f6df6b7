import { html, nothing, svg } from 'lit';
import { Page } from '../frame/page.js';
import { count, hueOf, outcomeWords, some, span } from '../frame/format.js';
import { latencyLines, minuteBars, sampleLines, sparkline } from './charts.js';
import { lines, orderBars } from './chart-parts.js';
import { objectiveTiles } from './objectives.js';

/** How many of the newest samples a table's cell shows: ten minutes. */
const IN_A_CELL = 60;

/** How the system as a whole is doing, against what it should be like, for the person who runs it. */
class DashboardPage extends Page {
  pause = 1000;

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
    const { samples, minutes, now } = board;
    const slowest = (sample) => Math.max(0, ...Object.values(sample.lag));
    return html`${objectiveTiles(board.objectives)}
      <div class="plots">
        ${orderBars(minuteBars(minutes, now))}
        ${lines('Latency of orders', latencyLines(minutes, now, limit('Latency p95')), span)}
        ${lines('Slowest processor, events behind', sampleLines(samples, now, { lag: slowest }, limit('Slowest processor')), count)}
        ${lines('Time until an event is shown here', sampleLines(samples, now, { p95: (sample) => sample.ingestMillis }, limit('Shown after p95')), span)}
        ${lines('What needs somebody', sampleLines(samples, now, { 'stuck flows': (sample) => sample.stuck, 'dead letters': (sample) => sample.deadLetters }), count)}
        <section class="plot"><h2>Outcomes</h2>${outcomes(board.outcomes)}</section>
      </div>
      <section><h2>Processors</h2>${this.#processors(board)}</section>`;
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

function outcomes(outcomes) {
  const entries = Object.entries(outcomes).sort((a, b) => b[1] - a[1]);
  const total = entries.reduce((sum, [, number]) => sum + number, 0);
  if (total === 0) return html`<p class="quiet">No orders yet. Play some with <code>./troupe demo</code>.</p>`;
  return html`<ul class="outcomes">${entries.map(([name, number]) => html`<li><a href="/?${name === 'OPEN' ? 'status' : 'outcome'}=${name}">${outcomeWords(name)}</a>
    <meter min="0" max=${total} value=${number} aria-label=${outcomeWords(name)}></meter><b>${count(number)}</b></li>`)}</ul>`;
}

customElements.define('dashboard-page', DashboardPage);
