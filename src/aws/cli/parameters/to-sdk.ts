import { generalError } from '../failures.ts';
import { toDate } from '../python/timestamps.ts';
import type { Shape } from './shapes.ts';
import { isRecord } from './unpack.ts';

/** Parameters as the SDK's serialisers take them: times as Date, blobs (base64 unless `raw`) as bytes. */
export function toSdkInput(value: unknown, shape: Shape, raw: boolean): unknown {
  if (value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((item) => toSdkInput(item, shape.item(), raw));
  if (isRecord(value)) {
    const members = new Map(shape.members().map((member) => [member.name, member.shape]));
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        const member = shape.kind === 'map' ? shape.item() : members.get(name);
        return [name, member ? toSdkInput(item, member, raw) : item];
      }),
    );
  }
  if (shape.kind === 'timestamp') return toDate(value);
  if (shape.kind === 'blob' && typeof value === 'string')
    return raw ? new TextEncoder().encode(value) : bytes(value);
  return value;
}

function bytes(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    throw generalError(`Invalid base64: "${base64}"`);
  }
}
