/** What a page shows of the ways that orders took: how big a part of all each is, and which facts the most usual way does not have. */
export function variantsOf(paths) {
  const total = Math.max(1, paths.reduce((sum, path) => sum + path.flows, 0));
  const usual = new Set(paths[0]?.facts ?? []);
  const slowest = Math.max(1, ...paths.map((path) => path.p95 ?? 0));
  return paths.map((path) => ({
    ...path,
    share: path.flows / total,
    slow: (path.p95 ?? 0) / slowest,
    facts: path.facts.map((fact) => ({ name: fact, unusual: !usual.has(fact) })),
    missing: [...usual].filter((fact) => !path.facts.includes(fact)),
  }));
}

/** The address of the list of such flows. */
export function flowsOf(path) {
  const query = { path: path.path };
  if (path.status !== 'OPEN') query.outcome = path.status;
  return `/?${new URLSearchParams(query)}`;
}

/** A share as a person says it. */
export function percent(share) {
  if (share > 0 && share < 0.001) return 'under 0.1 %';
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
