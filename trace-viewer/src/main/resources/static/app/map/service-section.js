import { html, nothing } from 'lit';
import { count, hueOf, some, span } from '../frame/format.js';

/** One service: what it reacts to, how fast, and what it publishes. */
export function serviceSection(service, map) {
  const reactions = map.reactions.filter((reaction) => reaction.service === service.service);
  const facts = map.facts.filter((fact) => fact.publisher === service.service);
  return html`<section class="service-card ${hueOf(service.service)}"><h2>${service.service}
      ${service.up ? nothing : html`<span class="state stuck">down</span>`}
      <span class="quiet">${service.up ? (service.lag ? `${some(service.lag, 'event')} behind, ` : 'up to date, ') : ''}${service.deadLetters ? some(service.deadLetters, 'dead letter') : 'no dead letter'}</span></h2>
    <div class="table"><table><thead><tr><th scope="col">when</th><th scope="col">reaction</th><th scope="col">then</th><th scope="col" class="num">seen</th>
      <th scope="col" class="num">per minute</th><th scope="col" class="num">mean</th><th scope="col" class="num">longest</th><th scope="col" class="num">within</th></tr></thead>
    <tbody>${reactions.map(reactionRow)}</tbody></table></div>
    <p class="facts">publishes ${facts.map(factLink)}</p></section>`;
}

function reactionRow(reaction) {
  return html`<tr>
    <td><a href="/?type=${reaction.fact}"><code>${reaction.fact}</code></a></td>
    <td>${reaction.reaction ?? html`<span class="state stuck">undeclared</span>`}
      ${reaction.neverFired ? html`<small class="warn">the fact was seen, but what must follow never was</small>` : nothing}</td>
    <td>${reaction.expects.map((fact) => html`<code class=${reaction.effects.includes(fact) ? '' : 'unseen'}>${fact}</code> `)}
      ${reaction.undeclared ? reaction.effects.join(', ') : nothing}</td>
    <td class="num">${reaction.observed ? count(reaction.observed) : ''}</td>
    <td class="num">${reaction.perMinute ? reaction.perMinute.toFixed(1) : ''}</td>
    <td class="num">${reaction.observed ? span(reaction.meanMillis) : ''}</td>
    <td class="num ${reaction.withinMillis && reaction.maxMillis > reaction.withinMillis ? 'warn' : ''}">${reaction.observed ? span(reaction.maxMillis) : ''}</td>
    <td class="num">${reaction.withinMillis ? span(reaction.withinMillis) : ''}</td></tr>`;
}

function factLink(fact) {
  const why = fact.dead ? 'nobody reacts to it' : fact.terminal ? 'ends a path' : '';
  return html`<a href="/?type=${fact.fact}" class=${fact.dead ? 'dead' : fact.observed ? '' : 'unseen'} title=${why}><code>${fact.fact}</code>
    <b>${fact.observed ? count(fact.observed) : ''}</b>${fact.undeclared ? ' unknown' : ''}</a> `;
}
