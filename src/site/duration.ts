const units = { s: 'second', m: 'minute', h: 'hour', d: 'day' } as const;

/**
 * A duration as a page writes it (`15m`), in words: `15分`, `15 minutes`.
 * The remark plugin refuses pages with any other form, so what is no duration is given back as it is.
 */
export function formatDuration(duration: string, locale: string): string {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(duration) ?? [];
  if (!amount || !unit) return duration;
  const style = {
    style: 'unit',
    unit: units[unit as keyof typeof units],
    unitDisplay: 'long',
  } as const;
  return new Intl.NumberFormat(locale, style)
    .formatToParts(Number(amount))
    .filter(({ type }) => !(type === 'literal' && locale.startsWith('ja'))) // Japanese text sets no space here
    .map(({ value }) => value)
    .join('');
}
