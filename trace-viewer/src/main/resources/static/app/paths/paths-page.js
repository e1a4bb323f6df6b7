import { html, nothing } from 'lit';
import { Page } from '../frame/page.js';
import { count, hueOf, span, outcomeWords } from '../frame/format.js';
import { flowPath } from '../frame/router.js';
import { share } from '../frame/share.js';
import { flowsOf, percent, variantsOf } from './variants.js';

/** The different ways that orders took, how often, and how long. */
class PathsPage extends Page {
  path() {
    return '/api/paths';
  }

  render() {
    return html`<div class="title"><h1>Paths</h1><p class="quiet">the different ways that orders took, the most frequent first; mails apart. In bold: what the most frequent way does not have.</p></div>
      ${this.failureNote()} ${this.answer ? this.#body(variantsOf(this.answer)) : this.waitingNote()}`;
  }

  #body(variants) {
    if (variants.length === 0) {
      return html`<div class="empty"><h2>No order has been placed yet</h2><p>Play some that go different ways with</p>
        <pre>./troupe demo --orders 100 --decline-percent 10 --cancel-percent 5</pre></div>`;
    }
    return html`<ol class="variants">${variants.map((variant) => this.#variant(variant, variants[0]))}</ol>`;
  }

  #variant(variant, usual) {
    const tone = variant.status === 'COMPLETED' ? 'completed' : variant.status === 'OPEN' ? 'open' : 'cancelled';
    return html`<li>
      <div class="much"><b>${percent(variant.share)}</b>${share(variant.share, tone, 'share of all orders')}
        <a href=${flowsOf(variant)}>${count(variant.flows)} ${variant.flows === 1 ? 'order' : 'orders'}</a></div>
      <div><p><span class="state ${tone}">${outcomeWords(variant.status)}</span>
          ${variant.p50 === undefined ? html`<span class="quiet">not over yet</span>`
            : html`<span class="quiet">median ${span(variant.p50)}, p95 ${span(variant.p95)}, longest ${span(variant.longest)}</span>`}</p>
        <p class="way">${variant.facts.map((fact) => html`<code class="chip ${hueOf(ownerOf(fact.name))} ${fact.unusual ? 'unusual' : ''}" title=${fact.unusual ? 'not on the most usual way' : ''}>${fact.name}</code> `)}</p>
        <p class="quiet">newest: <a href=${flowPath(variant.example)}>${variant.example}</a>${variant === usual ? nothing
          : html`, <a href="/compare?${new URLSearchParams({ left: usual.example, right: variant.example })}">compare with the most usual way</a>`}</p></div></li>`;
  }
}

/** Facts are named after what they are about, which is what their owner's colour shows. */
function ownerOf(fact) {
  const about = fact.split('.')[0];
  return { stock: 'inventory', shipment: 'inventory' }[about] ?? about;
}

customElements.define('paths-page', PathsPage);
