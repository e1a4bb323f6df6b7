import { LitElement, html, nothing } from 'lit';
import { ask } from '../frame/api.js';
import { facts } from './panel-parts.js';

/** The token a person has shown, until the page is left; it is stored nowhere. */
let token = '';

/** Shows what is masked elsewhere to whoever has a token for it. */
class PersonalData extends LitElement {
  static properties = { flowId: { type: String }, position: { type: Number }, asking: { state: true }, values: { state: true }, failure: { state: true } };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('flowId') || changed.has('position')) this.values = this.failure = this.asking = undefined;
  }

  async #show(event) {
    event?.preventDefault();
    token = event ? new FormData(event.target).get('token').trim() : token;
    try {
      const path = `/api/flows/${encodeURIComponent(this.flowId)}/personal-data`;
      this.values = await ask(path, undefined, { Authorization: `Bearer ${token}` });
      this.failure = undefined;
    } catch (failure) {
      token = '';
      this.failure = failure.message;
    }
  }

  #begin() {
    this.asking = true;
    if (token) this.#show();
  }

  render() {
    if (this.values) return this.values.filter((one) => one.position === this.position).map(shown);
    if (!this.asking) return html`<button type="button" @click=${() => this.#begin()}>Show personal data</button>`;
    return html`<form class="token" @submit=${(event) => this.#show(event)}>
      <label><span>A token with the role personal-data</span><input type="password" name="token" required autocomplete="off"></label><button>Show</button>
      <p class="quiet">Get one with <code>./troupe token --role personal-data</code>. It is recorded who looked.</p>
      ${this.failure ? html`<p class="note bad" role="alert">${this.failure}</p>` : nothing}</form>`;
  }
}

function shown(one) {
  return html`<h3>${one.field} of ${one.subject}</h3>${one.value
    ? facts(Object.entries(one.value).map(([name, value]) => [name, String(value ?? '–')]))
    : html`<p class="quiet">Erased: the key is gone, and nobody can read it any more.</p>`}`;
}

customElements.define('personal-data', PersonalData);
