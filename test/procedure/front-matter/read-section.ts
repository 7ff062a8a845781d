import { parseDocument, type YAMLMap } from 'yaml';
import { type NodeReading, pairOf } from '../../../src/procedure/front-matter/nodes.ts';
import { createReporter } from '../../../src/procedure/problems.ts';
import { indexSource } from '../../../src/procedure/source-text.ts';
import { placed } from '../page.ts';

/** Reads one key of `tejun` by its reader. */
export function readSection<Value>(
  section: string,
  text: string,
  reader: (pair: ReturnType<typeof pairOf>, reading: NodeReading) => Value,
) {
  const reporter = createReporter('page.mdx');
  const source = indexSource(text);
  const reading: NodeReading = {
    reporter,
    placeOf: (node) => source.positionAt((node as { range?: number[] } | null)?.range?.[0] ?? 0),
  };
  const map = parseDocument(text).contents as YAMLMap;
  const value = reader(pairOf(map, section), reading);
  return { value, problems: placed(reporter.problems) };
}
