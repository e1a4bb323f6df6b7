/** Which page an address shows. */
export function pageOf(pathname) {
  const [, first = '', second] = pathname.split('/');
  if ((first === '' || first === 'flows') && !second) return { page: 'flows' };
  if (first === 'flows') return { page: 'flow', flowId: decodeURIComponent(second) };
  return ['stuck', 'paths', 'map', 'compare', 'dashboard', 'replays'].includes(first) ? { page: first } : { page: 'lost' };
}

export function flowPath(flowId) {
  return `/flows/${encodeURIComponent(flowId)}`;
}

/** Goes to an address of this site without loading the page anew. */
export function go(path, { replace = false } = {}) {
  if (path === location.pathname + location.search + location.hash) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  dispatchEvent(new Event('troupe-moved'));
}

/** Lets plain links do the same. */
export function followLinks(root) {
  root.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node.tagName === 'A');
    if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.origin !== location.origin || link.target || link.pathname.startsWith('/api') || link.pathname.includes('.')) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
    const target = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) target.scrollIntoView();
    else scrollTo(0, 0);
  });
}
