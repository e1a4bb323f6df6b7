const FONT = '"Segoe UI", Roboto, "Noto Sans", sans-serif';
const pen = document.createElement('canvas').getContext('2d');
const widths = new Map();

/** How wide a text is when drawn. */
function widthOf(text, size) {
  const key = `${size} ${text}`;
  if (!widths.has(key)) {
    if (widths.size > 5000) widths.clear();
    pen.font = `${size}px system-ui, -apple-system, ${FONT}`;
    widths.set(key, pen.measureText(text).width);
  }
  return widths.get(key);
}

/** As much of a text as there is room for. */
export function fitting(text, room, size = 12) {
  if (widthOf(text, size) <= room) return text;
  let long = text.length - 1;
  while (long > 1 && widthOf(`${text.slice(0, long)}…`, size) > room) long--;
  return `${text.slice(0, long)}…`;
}

/** The same for the name of a fact: what comes after the dot says more than what it is about, which its lane shows. */
export function fittingFact(label, room, size = 12) {
  if (widthOf(label, size) <= room) return label;
  const dot = label.search(/\.[a-z]/);
  return fitting(dot > 0 && !label.includes(' ') ? `…${label.slice(dot + 1)}` : label, room, size);
}
