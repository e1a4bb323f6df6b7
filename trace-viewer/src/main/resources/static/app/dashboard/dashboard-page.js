import { html, svg } from 'lit';
import { Page } from '../frame/page.js';
import { count, hueOf, span, words } from '../frame/format.js';
import { minuteBars } from './charts.js';

/** How the system as a whole is doing, for the person who runs it. */
class DashboardPage extends Page {
  path() {
    return '/api/dashboard';
  }

  render() {
    return html`<div class="title"><h1>Dashboard</h1></div>${this.failureNote()} ${this.answer ? this.#body(this.answer) : this.waitingNote()}`;
  }

  #body(board) {
    const behind = Math.max(0, board.head - board.indexPosition);
    return html`<div class="tiles">
        ${tile('Stuck', count(board.flows.stuck), board.flows.stuck ? 'bad' : 'good', '/stuck')}
        ${tile('Under way', count(board.flows.open), '', '/?status=OPEN')}
        ${tile('Dead letters', count(board.deadLetters), board.deadLetters ? 'bad' : 'good')}
        ${tile('p50', span(board.latency.p50) || '–')} ${tile('p95', span(board.latency.p95) || '–')} ${tile('p99', span(board.latency.p99) || '–')}
        ${tile('Viewer behind', `${count(behind)} events`, behind > 5000 ? 'bad' : '')}
      </div>
      <p class="quiet">Latency is from the first event until the outcome was final, of ${count(board.latency.flows)} orders in the last hour.</p>
      <div class="columns"><section><h2>Orders per minute, last hour</h2>${bars(minuteBars(board.minutes, board.now))}</section>
        <section><h2>Outcomes</h2>${outcomes(board.outcomes)}</section></div>
      <section><h2>Processors</h2><div class="table"><table><thead><tr><th scope="col">Service</th><th scope="col">Processor</th><th scope="col">State</th>
        <th scope="col" class="num">Segments</th><th scope="col" class="num">Behind</th></tr></thead>
        <tbody>${board.processors.map((processor) => html`<tr><td><span class="who ${hueOf(processor.service)}">${processor.service}</span></td><td>${processor.processor}</td>
          <td><span class="state ${processor.state === 'running' ? 'completed' : 'stuck'}">${processor.state}</span> ${processor.cause ?? ''}</td>
          <td class="num">${processor.segments}</td><td class="num">${count(processor.lag)}</td></tr>`)}</tbody></table></div></section>`;
  }
}

function tile(label, value, tone = '', href) {
  const body = html`<span>${label}</span><b>${value}</b>`;
  return href ? html`<a class="tile ${tone}" href=${href}>${body}</a>` : html`<div class="tile ${tone}">${body}</div>`;
}

function bars(chart) {
  return html`<figure class="bars"><svg viewBox="0 0 ${chart.width} ${chart.height + 18}" role="img"
      aria-label="Orders per minute, ${count(chart.most)} at most">
    <line x1="0" x2=${chart.width} y1=${chart.height} y2=${chart.height}></line>
    ${chart.bars.map((bar) => svg`<g><title>${bar.minutesAgo} min ago: ${bar.placed} placed, ${bar.completed} completed, ${bar.cancelled} cancelled</title>
      <rect class="placed" x=${bar.x} width=${bar.width} y=${chart.height - bar.placedHeight} height=${bar.placedHeight} rx="1"></rect>
      <rect class="cancelled" x=${bar.x} width=${bar.width} y=${chart.height - bar.cancelledHeight} height=${bar.cancelledHeight} rx="1"></rect></g>`)}
    <text x="0" y=${chart.height + 14}>an hour ago</text><text class="right" x=${chart.width} y=${chart.height + 14}>now</text>
    <text x="0" y="10">${count(chart.most)}</text></svg></figure>`;
}

function outcomes(outcomes) {
  const entries = Object.entries(outcomes).sort((a, b) => b[1] - a[1]);
  const total = entries.reduce((sum, [, number]) => sum + number, 0);
  if (total === 0) return html`<p class="quiet">No orders yet.</p>`;
  return html`<ul class="outcomes">${entries.map(([name, number]) => html`<li><a href="/?${name === 'OPEN' ? 'status' : 'outcome'}=${name}">${words(name)}</a>
    <meter min="0" max=${total} value=${number} aria-label=${words(name)}></meter><b>${count(number)}</b></li>`)}</ul>`;
}

customElements.define('dashboard-page', DashboardPage);
