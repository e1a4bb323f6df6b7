/** Pure builders of what the charts draw: coordinates and words, nothing of the page. */
const MINUTE = 60_000;
export const HEIGHT = 120;

/** As many minutes as a chart may show; the fewest that hold all there is are shown. */
const SPANS = [5, 15, 60];

/** What part of time all charts of a page show. */
export function windowOf({ now, minutes, samples }) {
  const to = new Date(now).getTime();
  const known = [minutes[0]?.minute, samples[0]?.at].filter(Boolean).map((moment) => new Date(moment).getTime());
  const oldest = Math.min(to, ...known);
  const shown = SPANS.find((span) => to - oldest <= span * MINUTE) ?? SPANS.at(-1);
  return { from: to - shown * MINUTE, to, minutes: shown };
}

/** Where time is written below a chart. */
export function ticksOf(window, width) {
  const parts = window.minutes === 60 ? 4 : window.minutes === 15 ? 3 : 5;
  const ticks = Array.from({ length: parts + 1 }, (_, index) => {
    const ago = (window.minutes * (parts - index)) / parts;
    return { x: (width * index) / parts, text: ago === 0 ? 'now' : index === 0 ? `${ago} min ago` : `${ago} min`, place: index === 0 ? 'first' : ago === 0 ? 'last' : '' };
  });
  return width / parts > 72 ? ticks : ticks.filter((tick) => tick.place);
}

/** What was counted minute by minute; minutes of which nothing is known are empty. */
export function minuteBars(minutes, window, width) {
  const last = Math.floor(window.to / MINUTE);
  const byMinute = new Map(minutes.map((minute) => [Math.floor(new Date(minute.minute).getTime() / MINUTE), minute]));
  const shown = Array.from({ length: window.minutes }, (_, index) => {
    const minute = last - window.minutes + 1 + index;
    return { minutesAgo: last - minute, placed: 0, completed: 0, cancelled: 0, ...byMinute.get(minute) };
  });
  const most = niceTop(Math.max(1, ...shown.map((minute) => Math.max(minute.placed, minute.completed + minute.cancelled))));
  const tall = (number) => (Math.min(number, most) / most) * HEIGHT;
  const step = width / window.minutes;
  const gap = Math.min(10, step / 5);
  return {
    most,
    bars: shown.map((minute, index) => ({ ...minute, x: index * step + gap, width: step - 2 * gap,
      placedHeight: tall(minute.placed), completedHeight: tall(minute.completed), cancelledHeight: tall(minute.cancelled) })),
  };
}

/** One line per percentile, over the minutes in which orders came to an end. */
export function latencyLines(minutes, window, width, limit) {
  const known = minutes.filter((minute) => minute.p50 !== undefined);
  const middle = (minute) => Math.min(window.to, new Date(minute.minute).getTime() + MINUTE / 2);
  const lines = ['p50', 'p95', 'p99'].map((name) => ({ name, points: known.map((minute) => [middle(minute), minute[name]]) }));
  return lineChart(lines, window, width, limit, niceSpan);
}

/** Lines of numbers; an objective is a line of its own, and always in sight. */
export function sampleLines(samples, window, width, named, limit, nice = niceTop) {
  const lines = Object.entries(named).map(([name, value]) => ({
    name, points: samples.map((sample) => [new Date(sample.at).getTime(), value(sample)]).filter(([, number]) => number !== undefined && number !== null),
  }));
  return lineChart(lines, window, width, limit, nice);
}

/** How many requests were refused from one sample to the next, as so many a minute; a process that was started anew counts from nothing. */
export function refusedPerMinute(samples) {
  return samples.slice(1).map((sample, index) => {
    const before = samples[index];
    const minutes = (new Date(sample.at) - new Date(before.at)) / MINUTE;
    return { at: sample.at, refused: minutes > 0 ? Math.max(0, sample.refused - before.refused) / minutes : 0 };
  });
}

/** A line without words, as wide as a table's cell. */
export function sparkline(values, width = 120, height = 20) {
  const top = Math.max(1, ...values);
  const step = width / Math.max(1, values.length - 1);
  return values.map((value, index) => `${(index * step).toFixed(1)},${(height - 1 - (value / top) * (height - 2)).toFixed(1)}`).join(' ');
}

function lineChart(lines, { from, to }, width, limit, nice) {
  const shown = lines.map((line) => ({ ...line, points: line.points.filter(([at]) => at >= from && at <= to) }));
  const highest = Math.max(0, ...shown.flatMap((line) => line.points.map(([, value]) => value)));
  const top = nice(Math.max(1, highest, limit ? limit * 1.1 : 0));
  const x = (at) => ((at - from) / (to - from)) * width;
  const y = (value) => HEIGHT - (value / top) * HEIGHT;
  return {
    top,
    limitY: limit ? y(limit) : undefined,
    lines: shown.map(({ name, points }) => ({
      name, last: points.at(-1)?.[1],
      points: points.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' '),
      dots: points.length < 4 ? points.map(([at, value]) => ({ x: x(at), y: y(value) })) : [],
    })),
  };
}

/** The next time a person would write there, in milliseconds; half of it is whole too. */
export function niceSpan(millis) {
  if (millis <= 20_000) return niceTop(millis);
  const minutes = [0.5, 1, 2, 4, 10, 20, 60, 120, 240, 600, 1200].find((step) => step * MINUTE >= millis);
  return minutes ? minutes * MINUTE : 24 * 60 * MINUTE * Math.ceil(millis / (24 * 60 * MINUTE));
}

/** The next number a person would write at an axis: 1, 2 or 5 with noughts. */
function niceTop(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * unit).find((step) => step >= value);
}
