import { LitElement, html, nothing } from 'lit';
import { ask } from './api.js';
import { live } from './live.js';

/** A page that shows an answer of the API and asks again whenever there is news. Everything is in the light, so that one style fits all. */
export class Page extends LitElement {
  static properties = { answer: { state: true }, failure: { state: true }, paused: { state: true } };

  /** How many milliseconds lie at least between two questions. */
  pause = 100;
  #asking;
  #again = false;
  #asked = 0;
  #took = 0;
  #timer;
  #hear = () => this.#later();
  #moved = () => this.moved();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    live.addEventListener('news', this.#hear);
    addEventListener('troupe-moved', this.#moved);
    addEventListener('popstate', this.#moved);
    this.#timer = setInterval(() => this.#later(), 5000);
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.removeEventListener('news', this.#hear);
    removeEventListener('troupe-moved', this.#moved);
    removeEventListener('popstate', this.#moved);
    clearInterval(this.#timer);
    this.#asking?.abort();
  }

  /** The address is another now; a page that asks for what stands in it overrides this. */
  moved() {
    this.requestUpdate();
  }

  /** Where the answer comes from. */
  path() {
    throw new Error('a page has to say what it asks for');
  }

  /** Gets the answer; a page that needs more than one overrides this. */
  fetch(signal) {
    return ask(this.path(), signal);
  }

  /** Asks anew, whatever was being asked. */
  async refresh() {
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    this.#asked = Date.now();
    try {
      this.answer = await this.fetch(asking.signal);
      this.#took = Date.now() - this.#asked;
      this.failure = undefined;
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.failure = failure.message;
    } finally {
      if (this.#asking === asking) this.#asking = undefined;
    }
  }

  /** At once if it was quiet; but never so often that this machine or the viewer is busy with it, and not while an answer is awaited. */
  #later() {
    if (this.paused) this.requestUpdate();
    if (this.paused || this.#again || document.hidden) return;
    this.#again = true;
    setTimeout(() => {
      this.#again = false;
      if (this.isConnected && !this.#asking) this.refresh();
    }, Math.max(0, Math.max(this.pause, 4 * this.#took) - (Date.now() - this.#asked)));
  }

  failureNote() {
    return this.failure ? html`<p class="note bad" role="alert">${this.failure}</p>` : nothing;
  }

  /** What to show before the first answer. */
  waitingNote() {
    return this.failure ? nothing : html`<p class="quiet" aria-busy="true">One moment …</p>`;
  }
}
