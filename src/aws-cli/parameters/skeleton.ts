import type { Shape } from './shapes.ts';

/** Stands for `0.0`, which JavaScript would write as `0`. */
const FLOAT = '<0.0>';

/** Parameters with a value of each one's type, as botocore's ArgumentGenerator makes them, for `--cli-input-json`. */
export function formatSkeleton(shape: Shape): string {
  const json = JSON.stringify(sampleOf(shape, []), null, 4).replaceAll(`"${FLOAT}"`, '0.0');
  return `${json}\n`;
}

/** `within`: the structures around; one that holds itself is left empty the second time. */
function sampleOf(shape: Shape, within: readonly string[]): unknown {
  switch (shape.kind) {
    case 'structure':
      return structure(shape, within);
    case 'list':
      return [sampleOf(shape.item(), within)];
    case 'map':
      return { KeyName: sampleOf(shape.item(), within) };
    case 'string':
      return shape.sample ?? '';
    case 'boolean':
      return true;
    case 'timestamp':
      return '1970-01-01T00:00:00';
    case 'float':
      return FLOAT;
    case 'blob':
      return null;
    default:
      return 0;
  }
}

function structure(shape: Shape, within: readonly string[]): object {
  const repeated = within.filter((name) => name === shape.name).length > 0;
  if (repeated) return {};
  const inside = [...within, shape.name];
  return Object.fromEntries(shape.members().map((member) => [member.name, sampleOf(member.shape, inside)]));
}
