import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Page } from '../frame/page.js';
import { ago, clock, count, words } from '../frame/format.js';
import { change, look, token } from './operator.js';
import { isBuilding, pace, part, toneOf, verbsOf } from './words.js';
import './replay-form.js';
import './comparison-table.js';

/** All replays: how far each is, what can be done with it, and how a new one begins. Whose audit is shown stands in the address. */
class ReplaysPage extends Page {
  static properties = { outcome: { state: true } };

  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      if (this.answer?.replays.some(isBuilding)) this.refresh();
    }, 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  moved() {
    this.refresh();
  }

  /** With the token, if there is one: a strict viewer shows nothing to whoever it does not know. */
  async fetch(signal) {
    const chosen = new URLSearchParams(location.search).get('replay');
    const [replays, audit] = await Promise.all([
      look('/operator/replays', signal),
      chosen ? look(`/operator/replays/${encodeURIComponent(chosen)}/audit`, signal).catch(saidInstead) : undefined,
    ]);
    return { replays, audit };
  }

  render() {
    return html`<div class="title"><h1>Replays</h1>
        <p class="quiet">a projection is built anew beside the live one, compared, swapped in, and taken back; nothing is sent, charged or appended</p></div>
      ${this.failureNote()} ${this.outcome?.problem ? html`<p class="note bad" role="alert">${this.outcome.problem}</p>` : nothing}
      <section class="sheet" aria-label="New replay">
        <replay-form @started=${() => this.refresh()}></replay-form>
        <form class="operator-token" @submit=${(event) => event.preventDefault()}><label><span>Your token, to change anything; from <code>./troupe token --role operate</code></span>
          <input type="password" name="token" autocomplete="off" .value=${token.get()} @input=${(event) => token.set(event.target.value)}></label></form></section>
      ${this.outcome?.comparison ? html`<comparison-table .replay=${this.outcome.id} .comparison=${this.outcome.comparison}></comparison-table>` : nothing}
      ${this.answer ? this.#list(this.answer.replays) : this.waitingNote()}
      ${this.answer?.audit ? acts(this.answer.audit) : nothing}`;
  }

  #list(replays) {
    if (replays.length === 0) return html`<div class="empty"><h2>No replay yet</h2><p>Choose a projection above and look at the plan; that changes nothing.</p></div>`;
    return html`<div class="table"><table>
      <thead><tr><th scope="col">Replay</th><th scope="col">State</th><th scope="col">Progress</th><th scope="col">Asked for</th><th scope="col">Do</th></tr></thead>
      <tbody>${repeat(replays, (replay) => replay.id, (replay) => this.#row(replay))}</tbody></table></div>`;
  }

  #row(replay) {
    return html`<tr>
      <th scope="row"><a href="/replays?${new URLSearchParams({ replay: replay.id })}">${replay.id}</a><small>${part(replay.selection)}</small></th>
      <td><span class="state ${toneOf(replay)}">${words(replay.state)}</span>${replay.note ? html`<small>${replay.note}</small>` : nothing}</td>
      <td><progress max=${Math.max(1, replay.expectedEvents)} value=${replay.events} aria-label="events folded"></progress>
        <small>${count(replay.events)} of ${count(replay.expectedEvents)} events${pace(replay) ? html`, ${pace(replay)}` : nothing}</small></td>
      <td>${replay.requestedBy}<small title=${clock(replay.requestedAt)}>${ago(replay.requestedAt)}</small></td>
      <td>${verbsOf(replay).map(([verb, label]) => html`<button type="button" @click=${() => this.#do(replay, verb)}>${label}</button> `)}
        ${isBuilding(replay) ? this.#throttle(replay) : nothing}
        ${replay.kept ? html`<small>kept: ${replay.kept}</small>` : nothing}</td></tr>`;
  }

  #throttle(replay) {
    const set = (event) => {
      event.preventDefault();
      const eventsPerSecond = Number(new FormData(event.target).get('eventsPerSecond'));
      this.#attempt(async () => void (await change(`${addressOf(replay)}/throttle`, { eventsPerSecond }, 'PUT')));
    };
    return html`<form class="throttle" @submit=${set}><input name="eventsPerSecond" type="number" min="0" required .defaultValue=${replay.eventsPerSecond}
        aria-label="Events per second at most, for ${replay.id}; 0 for as many as can be"><button>Throttle</button></form>`;
  }

  #do(replay, verb) {
    const path = `${addressOf(replay)}/${verb}`;
    this.#attempt(async () => (verb === 'comparison' ? { id: replay.id, comparison: await look(path) } : void (await change(path))));
  }

  async #attempt(work) {
    try {
      this.outcome = await work();
    } catch (failure) {
      this.outcome = { problem: failure.message };
    }
    this.refresh();
  }
}

function addressOf(replay) {
  return `/operator/replays/${encodeURIComponent(replay.id)}`;
}

/** An address with a replay that is not there must not keep the others from being shown. */
function saidInstead(failure) {
  if (failure.name === 'AbortError') throw failure;
  return { problem: failure.message };
}

function acts({ replay, acts, problem }) {
  if (problem) return html`<p class="note bad" role="alert">${problem}</p>`;
  return html`<section aria-label="Audit"><h2>${replay.id}</h2><div class="table"><table>
    <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th></tr></thead>
    <tbody>${acts.map((act) => html`<tr><td>${clock(act.at)}</td><td>${act.actor}</td><td>${words(act.act)}<small>${act.detail}</small></td></tr>`)}</tbody>
  </table></div></section>`;
}

customElements.define('replays-page', ReplaysPage);
