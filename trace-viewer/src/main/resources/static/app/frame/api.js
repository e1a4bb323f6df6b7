/** Asks the viewer's API; a refusal becomes an error whose message is meant for a person. */
export async function ask(path, signal, headers = {}, request = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...request, signal, headers: { Accept: 'application/json', ...headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Error('The trace viewer cannot be reached. Is it still running?');
  }
  if (!answer.ok) {
    const body = await answer.json().catch(() => ({}));
    const mistakes = (body.errors ?? []).map((mistake) => `${mistake.parameter ?? mistake.pointer} ${mistake.detail}`);
    throw new Error([body.detail ?? body.title ?? `The viewer answered ${answer.status}.`, ...mistakes].join(' '));
  }
  return answer.json();
}
