import { ask } from '../frame/api.js';

let shown = '';

/** The operator's token, until the page is left; it is stored nowhere. */
export const token = {
  get: () => shown,
  set: (value) => {
    shown = value.trim();
  },
};

/** Asks for what only shows something; a token is sent along if there is one. */
export function look(path, signal) {
  return ask(path, signal, authorization());
}

/** Has something changed, in the name of whoever the token belongs to. */
export function change(path, body, method = 'POST') {
  const headers = { ...authorization(), ...(body ? { 'Content-Type': 'application/json' } : {}) };
  return ask(path, undefined, headers, { method, body: body && JSON.stringify(body) });
}

function authorization() {
  return shown ? { Authorization: `Bearer ${shown}` } : {};
}
