/** As Python's `json.dump(indent=4, ensure_ascii=False)`; an answer without members prints nothing. */
export function formatJson(data: unknown): string {
  if (data !== null && typeof data === 'object' && !Array.isArray(data) && Object.keys(data).length === 0)
    return '';
  return `${JSON.stringify(data ?? null, null, 4)}\n`;
}
