/** The last hour minute by minute, gaps filled with nothing. */
export function minuteBars(minutes, now, width = 600, height = 120) {
  const last = Math.floor(new Date(now).getTime() / 60_000);
  const byMinute = new Map(minutes.map((minute) => [Math.floor(new Date(minute.minute).getTime() / 60_000), minute]));
  const most = Math.max(1, ...minutes.map((minute) => minute.placed));
  const step = width / 60;
  return {
    width, height, most,
    bars: Array.from({ length: 60 }, (_, index) => {
      const minute = last - 59 + index;
      const entry = byMinute.get(minute) ?? { placed: 0, completed: 0, cancelled: 0 };
      const tall = (number) => Math.round((Math.min(number, most) / most) * (height - 4));
      return { x: index * step + 1, width: step - 2, minutesAgo: last - minute, ...entry,
        placedHeight: tall(entry.placed), cancelledHeight: tall(entry.cancelled) };
    }),
  };
}
