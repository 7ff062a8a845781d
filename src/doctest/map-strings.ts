/** Plain data with other strings in it; a Map stays as it is, for it is not told. */
export function mapStrings<Data>(data: Data, change: (text: string) => string): Data;
export function mapStrings(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) return data.map((item) => mapStrings(item, change));
  if (typeof data !== 'object' || data === null || data instanceof Map) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, mapStrings(value, change)]));
}
