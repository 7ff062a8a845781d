const DOCUMENTS = new Set(['PolicyDocument', 'AssumeRolePolicyDocument', 'Document']);

/** IAM answers policies as URL-encoded JSON; the CLI prints them as data. What is no JSON stays as it came. */
export function decodePolicies<T>(data: T): T {
  if (Array.isArray(data)) return data.map(decodePolicies) as T;
  if (data === null || typeof data !== 'object') return data;
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    DOCUMENTS.has(name) && typeof value === 'string' ? decode(value) : decodePolicies(value),
  ]);
  return Object.fromEntries(entries);
}

function decode(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return text;
  }
}
