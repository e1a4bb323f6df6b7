import { LitElement, html, nothing } from 'lit';
import { count } from '../frame/format.js';

/** How a shadow differs from the live projection. */
class ComparisonTable extends LitElement {
  static properties = { replay: {}, comparison: {} };

  createRenderRoot() {
    return this;
  }

  render() {
    const { comparison } = this;
    const same = comparison.missing + comparison.extra + comparison.different === 0;
    return html`<section class="note" aria-label="Comparison"><h2>${this.replay}: ${same ? 'equal' : 'different'}</h2>
      <p>At position ${count(comparison.position)}: ${count(comparison.rows)} rows equal, ${count(comparison.missing)} missing,
        ${count(comparison.extra)} extra, ${count(comparison.different)} different</p>
      ${same ? nothing : html`<div class="table"><table>
        <thead><tr><th scope="col">Row</th><th scope="col">Column</th><th scope="col">Live</th><th scope="col">Shadow</th></tr></thead>
        <tbody>${comparison.samples.flatMap((sample) => this.#rows(sample))}</tbody></table></div>`}</section>`;
  }

  #rows({ key, columns, live, shadow }) {
    if (!live || !shadow) {
      return [html`<tr><th scope="row">${key}</th><td></td><td>${live ? 'there' : 'none'}</td><td>${shadow ? 'there' : 'none'}</td></tr>`];
    }
    return columns.map((column) => html`<tr><th scope="row">${key}</th><td><code>${column}</code></td>
      <td>${JSON.stringify(live[column])}</td><td>${JSON.stringify(shadow[column])}</td></tr>`);
  }
}

customElements.define('comparison-table', ComparisonTable);
