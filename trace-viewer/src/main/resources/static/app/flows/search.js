/** What can be asked of the list, as it stands in the address. */
export const FIELDS = ['q', 'status', 'outcome', 'path', 'type', 'minAge', 'maxAge', 'minDuration'];

/** What an address asks for; unknown words are left out. */
export function fromAddress(search) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(FIELDS.map((field) => [field, given.get(field) ?? '']).filter(([, value]) => value !== ''));
}

/** The address of the list that shows this. */
export function toAddress(wanted) {
  const query = query_(wanted);
  return query ? `/?${query}` : '/';
}

/** Where the API answers it. */
export function toApi(wanted, limit) {
  const query = query_({ ...wanted, limit });
  return `/api/flows?${query}`;
}

function query_(wanted) {
  const given = Object.entries(wanted).filter(([, value]) => value !== '' && value !== undefined);
  return new URLSearchParams(given).toString();
}
