/** What the viewer tells all pages: how far it has read, and how many flows there are. */
export const live = Object.assign(new EventTarget(), { connected: false, news: undefined });

function tell() {
  live.dispatchEvent(new Event('news'));
}

export function connect() {
  const source = new EventSource('/api/flows/live');
  source.onopen = () => {
    live.connected = true;
    tell();
  };
  source.onmessage = (message) => {
    live.connected = true;
    live.news = JSON.parse(message.data);
    tell();
  };
  source.onerror = () => {
    live.connected = false;
    tell();
  };
}
