import type { Shape } from './shapes.ts';
import { validateParameters } from './validate.ts';

/** Stands for `0.0`, which JavaScript would write as `0`. */
const FLOAT = '<0.0>';

/** Parameters with a value of each one's type, as botocore's ArgumentGenerator makes them, for `--cli-input-json`. */
export function formatSkeleton(shape: Shape): string {
  const samples = { text: (_name: string, sample = '') => sample, time: '1970-01-01T00:00:00', float: FLOAT };
  return `${withFloats(JSON.stringify(sampleOf(shape, samples), null, 4))}\n`;
}

/**
 * An answer whose texts are the names of their members; `iso`: times are written as JSON has them. Throws as the CLI
 * does, which holds it to the limits of the model: many a member's name breaks them.
 */
export function answerSkeleton(shape: Shape, { iso }: { readonly iso: boolean }): Record<string, unknown> {
  const time = iso ? '1970-01-01T00:00:00' : '1970-01-01 00:00:00';
  const samples = { text: (name: string) => name, time };
  validateParameters(sampleOf(shape, { ...samples, float: 0 }) as Record<string, unknown>, shape);
  return sampleOf(shape, { ...samples, float: FLOAT }) as Record<string, unknown>;
}

/** A printed skeleton with its floats as Python has them. */
export const withFloats = (text: string): string => text.replaceAll(new RegExp(`"?${FLOAT}"?`, 'g'), '0.0');

interface Samples {
  /** `sample`: the first of the values that a text may have. */
  text(name: string, sample: string | undefined): string;
  readonly time: string;
  readonly float: unknown;
}

/** `within`: the structures around; one that holds itself is left empty the second time. */
function sampleOf(shape: Shape, samples: Samples, name = '', within: readonly string[] = []): unknown {
  switch (shape.kind) {
    case 'structure':
      return structure(shape, samples, within);
    case 'list':
      return [sampleOf(shape.item(), samples, shape.itemName ?? 'String', within)];
    case 'map':
      return { KeyName: sampleOf(shape.item(), samples, '', within) };
    case 'string':
      return samples.text(name, shape.sample);
    case 'boolean':
      return true;
    case 'timestamp':
      return samples.time;
    case 'float':
      return samples.float;
    case 'blob':
      return null;
    default:
      return 0;
  }
}

function structure(shape: Shape, samples: Samples, within: readonly string[]): object {
  if (within.includes(shape.name)) return {};
  const inside = [...within, shape.name];
  const members = shape.members().filter(({ newerThanCli }) => !newerThanCli);
  return Object.fromEntries(
    members.map((member) => [member.name, sampleOf(member.shape, samples, member.name, inside)]),
  );
}
