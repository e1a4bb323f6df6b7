import { html, nothing, svg } from 'lit';
import { Page } from '../frame/page.js';
import { count, hueOf, shortName, span, words } from '../frame/format.js';
import { graphOf } from './graph.js';

/** What is declared, and what was observed. */
class MapPage extends Page {
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
    return html`<div class="map">${this.#graph(graphOf(map))}${this.#paths(map)}</div>
      ${map.services.map((service) => this.#service(service, map))}`;
  }

  #graph(graph) {
    return html`<figure class="graph"><svg viewBox="0 0 ${graph.width} ${graph.height}" role="img" aria-label="Which service reacts to which">
      <defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto"><path d="M0 0L8 4L0 8z"></path></marker></defs>
      ${graph.edges.map((edge) => svg`<g class="edge ${hueOf(edge.from.service)} ${edge.observed ? '' : 'unused'}"><title>${shortName(edge.to.service)} reacts to ${edge.facts.join(', ')} of ${shortName(edge.from.service)}</title>
        <path d=${edge.path} stroke-width=${edge.weight} marker-end="url(#end)"></path>
        <text x=${edge.labelX} y=${edge.labelY + 4}>${edge.observed ? count(edge.observed) : ''}</text></g>`)}
      ${graph.nodes.map((node) => svg`<g class="service ${hueOf(node.service)} ${node.up ? '' : 'down'}">
        <rect x=${node.x - 72} y=${node.y - 24} width="144" height="48" rx="9"></rect>
        <text class="name" x=${node.x} y=${node.y - 2}>${shortName(node.service)}</text>
        <text class="sub" x=${node.x} y=${node.y + 15}>${node.up ? (node.lag ? `${count(node.lag)} behind` : 'up to date') : 'down'}</text></g>`)}
    </svg></figure>`;
  }

  #paths(map) {
    const total = map.paths.reduce((sum, path) => sum + path.flows, 0);
    return html`<section class="paths"><h2>Ways that orders took</h2>
      ${map.paths.length === 0 ? html`<p class="quiet">None yet.</p>` : html`<ol>${map.paths.map((path) => html`<li>
        <div class="bar"><meter min="0" max=${total} value=${path.flows} aria-label="share"></meter><b>${count(path.flows)}</b>
          <span class="state ${path.status === 'COMPLETED' ? 'completed' : path.status === 'OPEN' ? 'open' : 'cancelled'}">${words(path.status)}</span>
          ${path.medianMillis !== undefined ? html`<span class="quiet">median ${span(path.medianMillis)}</span>` : nothing}</div>
        <small>${path.facts.filter((fact) => !fact.startsWith('notification')).join(' · ')}</small></li>`)}</ol>`}</section>`;
  }

  #service(service, map) {
    const reactions = map.reactions.filter((reaction) => reaction.service === service.service);
    const facts = map.facts.filter((fact) => fact.publisher === service.service);
    return html`<section class="service-card ${hueOf(service.service)}"><h2>${service.service}
        ${service.up ? nothing : html`<span class="state stuck">down</span>`}</h2>
      <div class="table"><table><thead><tr><th scope="col">when</th><th scope="col">reaction</th><th scope="col">then</th><th scope="col" class="num">seen</th>
        <th scope="col" class="num">mean</th><th scope="col" class="num">longest</th><th scope="col" class="num">within</th></tr></thead>
      <tbody>${reactions.map((reaction) => html`<tr>
        <td><a href="/?type=${reaction.fact}"><code>${reaction.fact}</code></a></td>
        <td>${reaction.reaction ?? html`<span class="state stuck">undeclared</span>`}
          ${reaction.neverFired ? html`<small class="warn">the fact was seen, but what must follow never was</small>` : nothing}</td>
        <td>${reaction.expects.map((fact) => html`<code class=${reaction.effects.includes(fact) ? '' : 'unseen'}>${fact}</code> `)}
          ${reaction.undeclared ? reaction.effects.join(', ') : nothing}</td>
        <td class="num">${reaction.observed ? count(reaction.observed) : ''}</td>
        <td class="num">${reaction.observed ? span(reaction.meanMillis) : ''}</td>
        <td class="num">${reaction.observed ? span(reaction.maxMillis) : ''}</td>
        <td class="num">${reaction.withinMillis ? span(reaction.withinMillis) : ''}</td></tr>`)}</tbody></table></div>
      <p class="facts">publishes ${facts.map((fact) => html`<a href="/?type=${fact.fact}"
        class=${fact.dead ? 'dead' : fact.observed ? '' : 'unseen'} title=${fact.dead ? 'nobody reacts to it' : fact.terminal ? 'ends a path' : ''}><code>${fact.fact}</code>
        <b>${fact.observed ? count(fact.observed) : ''}</b>${fact.undeclared ? ' unknown' : ''}</a> `)}</p></section>`;
  }
}

customElements.define('map-page', MapPage);
