import { LitElement, html, nothing } from 'lit';
import { connect, live } from './frame/live.js';
import { followLinks, pageOf } from './frame/router.js';
import { count } from './frame/format.js';

const NAV = [
  ['flows', '/', 'Flows'],
  ['stuck', '/stuck', 'Stuck'],
  ['paths', '/paths', 'Paths'],
  ['map', '/map', 'Map'],
  ['dashboard', '/dashboard', 'Dashboard'],
  ['replays', '/replays', 'Replays'],
];

const TITLES = { flows: 'Flows', stuck: 'Stuck flows', paths: 'Paths', map: 'System map', compare: 'Compare two flows', dashboard: 'Dashboard', replays: 'Replays', lost: 'Not here' };

/** What each page is made of; the one that is wanted comes first, the others soon after. */
const PAGES = {
  flows: () => import('./flows/flows-page.js'),
  flow: () => import('./flow/flow-page.js'),
  stuck: () => import('./stuck/stuck-page.js'),
  paths: () => import('./paths/paths-page.js'),
  map: () => import('./map/map-page.js'),
  compare: () => import('./compare/compare-page.js'),
  dashboard: () => import('./dashboard/dashboard-page.js'),
  replays: () => import('./replays/replays-page.js'),
};

const UNREACHABLE = html`<h1>This page did not come</h1><p class="note bad" role="alert">The trace viewer cannot be reached. Is it still running? Load the page again once it is.</p>`;

/** The frame around all pages: where one can go, how many flows are stuck, and whether what is shown is live. */
class TroupeApp extends LitElement {
  static properties = { at: { state: true }, unreachable: { state: true } };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    const moved = () => {
      this.at = pageOf(location.pathname);
      this.unreachable = false;
      PAGES[this.at.page]?.().then(() => this.requestUpdate(), () => { this.unreachable = true; });
      document.title = `${this.at.flowId ?? TITLES[this.at.page]} · Troupe`;
    };
    addEventListener('popstate', moved);
    addEventListener('troupe-moved', moved);
    live.addEventListener('news', () => this.requestUpdate());
    followLinks(this);
    moved();
    connect();
    setTimeout(() => Object.values(PAGES).forEach((bring) => bring().catch(() => {})), 1500);
  }

  render() {
    const stuck = live.news?.counts.stuck ?? 0;
    return html`
      <a class="skip" href="#main">Skip to content</a>
      <header>
        <a class="brand" href="/" aria-label="Troupe, all flows"><img src="/favicon.svg" alt="" width="22" height="22">Troupe</a>
        <nav aria-label="Pages">
          ${NAV.map(([page, path, label]) => html`<a href=${path}
              aria-current=${this.at.page === page || (page === 'flows' && this.at.page === 'flow') ? 'page' : nothing}>
            ${label}${page === 'stuck' ? html`<span class="badge ${stuck ? '' : 'none'}">${count(stuck)}<span class="skip"> ${stuck === 1 ? 'flow' : 'flows'}</span></span>` : nothing}</a>`)}
        </nav>
        <span class="live ${live.connected ? 'on' : ''}" role="status">${live.connected ? `live · event ${count(live.news?.position)}` : 'not connected'}</span>
      </header>
      <main id="main" tabindex="-1">${this.page()}</main>`;
  }

  page() {
    if (PAGES[this.at.page] && !customElements.get(`${this.at.page}-page`)) return this.unreachable ? UNREACHABLE : html`<p class="quiet" aria-busy="true">One moment …</p>`;
    switch (this.at.page) {
      case 'flows': return html`<flows-page></flows-page>`;
      case 'flow': return html`<flow-page .flowId=${this.at.flowId}></flow-page>`;
      case 'stuck': return html`<stuck-page></stuck-page>`;
      case 'paths': return html`<paths-page></paths-page>`;
      case 'compare': return html`<compare-page></compare-page>`;
      case 'map': return html`<map-page></map-page>`;
      case 'dashboard': return html`<dashboard-page></dashboard-page>`;
      case 'replays': return html`<replays-page></replays-page>`;
      default: return html`<h1>There is nothing here</h1><div class="empty"><p>No page has this address. Look at <a href="/">all flows</a> instead, or at what is <a href="/stuck">stuck</a>.</p></div>`;
    }
  }
}

customElements.define('troupe-app', TroupeApp);
