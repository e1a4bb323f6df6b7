import { html } from 'lit';

/** Buttons that put a flow's request and command into the clipboard. */
export function copyButtons(flowId, path, copied, done) {
  const texts = { curl: `curl ${location.origin}${path}`, command: `./troupe flows show ${quoted(flowId)}` };
  return Object.entries(texts).map(([name, text]) => html`<button type="button" title=${text}
    @click=${() => copy(text).then(() => done(name))}>${copied === name ? 'Copied' : `Copy as ${name}`}</button>`);
}

/** As a shell takes it, whatever is in it. */
export function quoted(text) {
  return /^[\w.:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Browsers give no clipboard to pages of a plain http address other than localhost. */
async function copy(text) {
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else prompt('Copy this:', text);
}
