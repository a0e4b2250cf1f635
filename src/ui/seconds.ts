const factors: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600 };

/** Seconds of a time such as `90`, `90s`, `5m` or `1h`; undefined where it is none. */
export function secondsOf(said: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,6})([smh]?)$/.exec(said) ?? [];
  return count === undefined ? undefined : Number(count) * (factors[unit] ?? 1);
}
