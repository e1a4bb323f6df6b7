import { LitElement, html, nothing } from 'lit';
import { ask } from './api.js';
import { live } from './live.js';

/** A page that shows an answer of the API and asks again whenever there is news. Everything is in the light, so that one style fits all. */
export class Page extends LitElement {
  static properties = { answer: { state: true }, failure: { state: true }, paused: { state: true } };

  #asking;
  #again = false;
  #asked = 0;
  #timer;
  #hear = () => this.#later();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    live.addEventListener('news', this.#hear);
    this.#timer = setInterval(() => this.#later(), 5000);
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.removeEventListener('news', this.#hear);
    clearInterval(this.#timer);
    this.#asking?.abort();
  }

  /** Where the answer comes from. */
  path() {
    throw new Error('a page has to say what it asks for');
  }

  /** Asks anew, whatever was being asked. */
  async refresh() {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.#asked = Date.now();
    try {
      this.answer = await ask(this.path(), asking.signal);
      this.failure = undefined;
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.failure = failure.message;
    } finally {
      if (this.#asking === asking) this.#asking = undefined;
    }
  }

  /** At most three times a second, and not while an answer is awaited. */
  #later() {
    if (this.paused || this.#again || document.hidden) return;
    this.#again = true;
    setTimeout(() => {
      this.#again = false;
      if (this.isConnected && !this.#asking) this.refresh();
    }, Math.max(0, 300 - (Date.now() - this.#asked)));
  }

  failureNote() {
    return this.failure ? html`<p class="note bad" role="alert">${this.failure}</p>` : nothing;
  }

  /** What to show before the first answer. */
  waitingNote() {
    return this.failure ? nothing : html`<p class="quiet" aria-busy="true">One moment …</p>`;
  }
}
