import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One line of a scenario's script: an `aws` invocation, perhaps with a little shell around it. */
interface Entry {
  readonly script: string;
  /** Why the built-in `aws` gives something else than the real one; `# differs: reason` above the line. */
  readonly differs?: string;
  /** The real one does several things at a time: the order of lines says nothing; `# unordered` above the line. */
  readonly unordered: boolean;
  /** Seconds of the account's time that pass before; `# elapse 900` above the line. */
  readonly elapse: number;
  /** Seconds of the account's time that each of its requests takes; `# ticks 20` above the line. */
  readonly ticks: number;
}

/** Commands that run in one fresh account, in order. */
export interface Scenario {
  readonly name: string;
  readonly folder: string;
  readonly entries: readonly Entry[];
}

const ROOT = path.resolve(import.meta.dirname, '../fixtures/contract');

export const scenarioNames = (): string[] =>
  readdirSync(ROOT).filter((name) => existsSync(path.join(ROOT, name, 'script.sh')));

export function readScenario(name: string): Scenario {
  const folder = path.join(ROOT, name);
  return { name, folder, entries: readScript(readFileSync(path.join(folder, 'script.sh'), 'utf8')) };
}

/** The scenario's own file, or that which scenarios share. */
export function fileOf({ folder }: Scenario, name: string): string {
  const own = path.join(folder, name);
  return readFileSync(existsSync(own) ? own : path.join(ROOT, name), 'utf8');
}

function readScript(text: string): Entry[] {
  const entries: Entry[] = [];
  let remarks: string[] = [];
  for (const line of text.replaceAll('\\\n', '').split('\n')) {
    if (line.startsWith('#')) remarks.push(line.slice(1).trim());
    else if (line !== '') entries.push(toEntry(line, remarks.splice(0)));
    else remarks = [];
  }
  return entries;
}

function toEntry(script: string, remarks: readonly string[]): Entry {
  const differs = remarks.find((remark) => remark.startsWith('differs: '))?.slice('differs: '.length);
  const elapse = remarks.find((remark) => remark.startsWith('elapse '))?.slice('elapse '.length);
  const ticks = remarks.find((remark) => remark.startsWith('ticks '))?.slice('ticks '.length);
  const unordered = remarks.includes('unordered');
  return {
    script,
    unordered,
    elapse: Number(elapse ?? 0),
    ticks: Number(ticks ?? 0),
    ...(differs && { differs }),
  };
}
