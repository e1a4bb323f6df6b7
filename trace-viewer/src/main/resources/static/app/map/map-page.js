import { html, nothing } from 'lit';
import { Page } from '../frame/page.js';
import { graphOf } from './graph.js';
import { mapChart } from './map-chart.js';
import { serviceSection } from './service-section.js';
import { oddities } from './oddities.js';

/** What is declared, and what was observed. */
class MapPage extends Page {
  pause = 500;

  path() {
    return '/api/map';
  }

  render() {
    return html`<div class="title"><h1>System map</h1><p class="quiet">as the services declare it, with what was observed laid over it</p></div>
      ${this.failureNote()} ${this.answer ? this.#body(this.answer) : this.waitingNote()}`;
  }

  #body(map) {
    if (map.services.length === 0) {
      return html`<div class="empty"><h2>No service has declared itself</h2><p>Each service does so when it starts. Start them all with</p><pre>./troupe up</pre></div>`;
    }
    const odd = oddities(map);
    return html`<div class="map">${mapChart(graphOf(map, 760, 330))}
        <section class="odd"><h2>What stands out</h2>${odd.length === 0
          ? html`<p class="quiet">Nothing: every fact has somebody who reacts to it or ends a path, every reaction that had a reason to fire did, and nobody reacts without saying so.</p>`
          : html`<ul>${odd.map((one) => html`<li><span class="state ${one.tone}">${one.what}</span> ${one.why} ${one.href ? html`<a href=${one.href}>flows</a>` : nothing}</li>`)}</ul>`}
          <p class="quiet">How often orders took which way: <a href="/paths">paths</a>.</p></section></div>
      ${map.services.map((service) => serviceSection(service, map))}`;
  }
}

customElements.define('map-page', MapPage);
