/** Pure builders of what the charts draw: coordinates and words, nothing of the page. */
const MINUTE = 60_000;
export const WIDTH = 600;
export const HEIGHT = 120;

/** The last hour minute by minute, gaps filled with nothing. */
export function minuteBars(minutes, now) {
  const last = Math.floor(new Date(now).getTime() / MINUTE);
  const byMinute = new Map(minutes.map((minute) => [minuteOf(minute), minute]));
  const most = niceTop(Math.max(1, ...minutes.map((minute) => Math.max(minute.placed, minute.completed + minute.cancelled))));
  const tall = (number) => (Math.min(number, most) / most) * HEIGHT;
  const step = WIDTH / 60;
  return {
    most,
    bars: Array.from({ length: 60 }, (_, index) => {
      const minute = last - 59 + index;
      const entry = byMinute.get(minute) ?? { placed: 0, completed: 0, cancelled: 0 };
      return { x: index * step + 1, width: step - 2, minutesAgo: last - minute, ...entry,
        placedHeight: tall(entry.placed), completedHeight: tall(entry.completed), cancelledHeight: tall(entry.cancelled) };
    }),
  };
}

/** One line per percentile, over the minutes in which orders came to an end. */
export function latencyLines(minutes, now, limit) {
  const end = new Date(now).getTime();
  const known = minutes.filter((minute) => minute.p50 !== undefined);
  const lines = ['p50', 'p95', 'p99'].map((name) => ({ name, points: known.map((minute) => [new Date(minute.minute).getTime() + MINUTE, minute[name]]) }));
  return lineChart(lines, end - 60 * MINUTE, end, limit);
}

/** Lines of numbers over the last hour; an objective is a line of its own, and always in sight. */
export function sampleLines(samples, now, named, limit) {
  const end = new Date(now).getTime();
  const lines = Object.entries(named).map(([name, value]) => ({
    name, points: samples.map((sample) => [new Date(sample.at).getTime(), value(sample)]).filter(([, number]) => number !== undefined && number !== null),
  }));
  return lineChart(lines, end - 60 * MINUTE, end, limit);
}

/** A line without words, as wide as a table's cell. */
export function sparkline(values, width = 120, height = 20) {
  const top = Math.max(1, ...values);
  const step = width / Math.max(1, values.length - 1);
  return values.map((value, index) => `${(index * step).toFixed(1)},${(height - 1 - (value / top) * (height - 2)).toFixed(1)}`).join(' ');
}

function lineChart(lines, from, to, limit) {
  const highest = Math.max(0, ...lines.flatMap((line) => line.points.map(([, value]) => value)));
  const top = niceTop(Math.max(1, highest, limit ? limit * 1.1 : 0));
  const x = (at) => ((Math.max(at, from) - from) / (to - from)) * WIDTH;
  const y = (value) => HEIGHT - (value / top) * HEIGHT;
  return {
    top,
    limitY: limit ? y(limit) : undefined,
    lines: lines.map(({ name, points }) => ({
      name, last: points.at(-1)?.[1],
      points: points.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' '),
      dots: points.length < 4 ? points.map(([at, value]) => ({ x: x(at), y: y(value) })) : [],
    })),
  };
}

/** The next number a person would write at an axis: 1, 2 or 5 with noughts. */
export function niceTop(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * unit).find((step) => step >= value);
}

function minuteOf(minute) {
  return Math.floor(new Date(minute.minute).getTime() / MINUTE);
}
