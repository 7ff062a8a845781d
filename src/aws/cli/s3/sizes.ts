import { roundHalfEven } from '../python/numbers.ts';

const units = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** `1 Byte`, `10 Bytes`, `1.0 KiB`. */
export function humanSize(bytes: number): string {
  if (bytes === 1) return '1 Byte';
  if (bytes < 1024) return `${bytes} Bytes`;
  for (const [index, unit] of units.entries()) {
    const value = bytes / 1024 ** (index + 1);
    if (roundHalfEven(value) < 1024) return `${value.toFixed(1)} ${unit}`;
  }
  return 'None';
}
