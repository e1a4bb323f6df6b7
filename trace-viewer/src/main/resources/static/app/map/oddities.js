import { some } from '../frame/format.js';

/** What does not fit together: services that are down, who reacts without saying so, facts nobody reacts to, reactions that never fired. */
export function oddities(map) {
  const link = (fact) => `/?type=${encodeURIComponent(fact)}`;
  return [
    ...map.services.filter((service) => !service.up).map((service) => ({ tone: 'stuck', what: `${service.service} is down`, why: 'Nothing it owes will come until it is back.' })),
    ...map.services.filter((service) => service.deadLetters > 0).map((service) => ({
      tone: 'stuck', what: `${service.service} holds dead letters`, why: `${some(service.deadLetters, 'event')} could not be handled.`, href: '/stuck',
    })),
    ...map.reactions.filter((reaction) => reaction.undeclared).map((reaction) => ({
      tone: 'stuck', what: 'undeclared listener', why: `${reaction.service} answers ${reaction.fact} with ${reaction.effects.join(', ')} and does not declare it.`, href: link(reaction.fact),
    })),
    ...map.facts.filter((fact) => fact.undeclared).map((fact) => ({
      tone: 'stuck', what: 'unknown fact', why: `${fact.fact} of ${fact.publisher} is not in the catalogue.`, href: link(fact.fact),
    })),
    ...map.facts.filter((fact) => fact.dead && !fact.undeclared).map((fact) => ({
      tone: 'cancelled', what: 'dead event', why: `Nobody reacts to ${fact.fact}, and it is not said to end a path.`, href: fact.observed ? link(fact.fact) : undefined,
    })),
    ...map.reactions.filter((reaction) => reaction.neverFired).map((reaction) => ({
      tone: 'cancelled', what: 'never fired', why: `${reaction.reaction}: ${reaction.fact} was recorded, what must follow never was.`, href: link(reaction.fact),
    })),
  ];
}
