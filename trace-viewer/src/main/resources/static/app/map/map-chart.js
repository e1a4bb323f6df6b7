import { html, nothing, svg } from 'lit';
import { count, hueOf, shortName, some, times } from '../frame/format.js';

/** Draws the graph; each service leads to its part of the page, each edge to the flows that went along it. */
export function mapChart(graph) {
  return html`<figure class="graph"><svg viewBox="0 0 ${graph.width} ${graph.height}" role="group" aria-label="Which service reacts to which">
    <defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="9" orient="auto"><path d="M0 0L8 4L0 8z"></path></marker></defs>
    ${graph.edges.map(drawEdge)} ${graph.nodes.map(drawService)}</svg>
    <figcaption>An arrow leads from whose facts they are to who reacts; the number is how often, per minute or altogether. Dashed, and below in italics: never yet.</figcaption></figure>`;
}

function drawEdge(edge) {
  const what = `${shortName(edge.to.service)} reacts to ${edge.facts.join(', ')} of ${shortName(edge.from.service)}`;
  return svg`<a class="edge ${hueOf(edge.from.service)} ${edge.observed ? '' : 'unused'} ${edge.undeclared ? 'undeclared' : ''}" href="/?type=${edge.busiest}" aria-label="${what}: ${times(edge.observed)}"><title>${what}</title>
    <path d=${edge.path} stroke-width=${edge.weight} marker-end="url(#end)"></path>
    <text x=${edge.labelX} y=${edge.labelY + 4}>${edge.perMinute >= 1 ? `${count(Math.round(edge.perMinute))}/min` : edge.observed ? count(edge.observed) : ''}</text></a>`;
}

function drawService(node) {
  const sub = !node.up ? 'down' : node.lag ? `${count(node.lag)} behind` : 'up to date';
  return svg`<g class="service ${hueOf(node.service)} ${node.up ? '' : 'down'}">
    <rect x=${node.x - 72} y=${node.y - 24} width="144" height="48" rx="9"></rect>
    <text class="name" x=${node.x} y=${node.y - 2}>${shortName(node.service)}</text>
    <text class="sub" x=${node.x} y=${node.y + 15}>${sub}</text>
    ${node.deadLetters ? svg`<g class="letters"><title>${some(node.deadLetters, 'dead letter')}</title><circle cx=${node.x + 70} cy=${node.y - 22} r="11"></circle>
      <text x=${node.x + 70} y=${node.y - 18}>${node.deadLetters}</text></g>` : nothing}</g>`;
}
