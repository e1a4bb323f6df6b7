/** One edge per pair of services, thick where much went along; services stand on a circle. */
export function graphOf(map, width = 560, height = 300) {
  const services = map.services.map((service) => service.service);
  const publisher = new Map(map.facts.map((fact) => [fact.fact, fact.publisher]));
  const nodes = map.services.map((service, index) => {
    const angle = Math.PI + (2 * Math.PI * index) / Math.max(1, services.length);
    return { ...service, x: width / 2 + Math.cos(angle) * (width / 2 - 90), y: height / 2 + Math.sin(angle) * (height / 2 - 40) };
  });
  const at = new Map(nodes.map((node) => [node.service, node]));
  const edges = new Map();
  for (const reaction of map.reactions) {
    const from = publisher.get(reaction.fact);
    if (!at.has(from) || !at.has(reaction.service) || from === reaction.service) continue;
    const key = `${from} ${reaction.service}`;
    const edge = edges.get(key) ?? { from: at.get(from), to: at.get(reaction.service), observed: 0, perMinute: 0, facts: [], most: -1 };
    edge.observed += reaction.observed;
    edge.perMinute += reaction.perMinute;
    edge.undeclared ||= reaction.undeclared;
    edge.facts.push(reaction.fact);
    if (reaction.observed > edge.most) Object.assign(edge, { most: reaction.observed, busiest: reaction.fact });
    edges.set(key, edge);
  }
  const most = Math.max(1, ...[...edges.values()].map((edge) => edge.observed));
  return { width, height, nodes, edges: [...edges.values()].map((edge) => ({ ...edge, ...bow(edge), weight: 1 + (3 * edge.observed) / most })) };
}

/** A slightly bowed line, so that there and back do not lie on each other. */
function bow({ from, to }) {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy) || 1;
  const mx = (from.x + to.x) / 2 - (dy / length) * 26;
  const my = (from.y + to.y) / 2 + (dx / length) * 26;
  const start = edgePoint(from, mx, my);
  const end = edgePoint(to, mx, my);
  return { path: `M${start.x} ${start.y}Q${mx.toFixed(1)} ${my.toFixed(1)} ${end.x} ${end.y}`, labelX: (start.x + end.x + 2 * mx) / 4, labelY: (start.y + end.y + 2 * my) / 4 };
}

/** Where a line from the middle of a box towards a point leaves the box. */
function edgePoint(node, x, y) {
  const dx = x - node.x;
  const dy = y - node.y;
  const scale = 1 / Math.max(Math.abs(dx) / 72, Math.abs(dy) / 24, 0.01);
  return { x: +(node.x + dx * scale).toFixed(1), y: +(node.y + dy * scale).toFixed(1) };
}
