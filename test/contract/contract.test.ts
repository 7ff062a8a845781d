import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { replay } from './replay.ts';
import { readScenario, scenarioNames } from './scenario.ts';
import { readRecorded } from './transcript.ts';

describe.each(scenarioNames())('%s', (name) => {
  const scenario = readScenario(name);
  const recorded = readRecorded(scenario);
  let replayed: Promise<string[]> | undefined;
  const ours = async (index: number) => {
    replayed ??= replay(scenario);
    return (await replayed)[index] ?? '';
  };

  it('is recorded as it stands in its script', () => {
    const typed = recorded.map((entry) => entry.slice(2, entry.indexOf('\n')));
    expect(typed).toEqual(scenario.entries.map(({ script }) => script));
  });

  for (const [index, { script, differs }] of scenario.entries.entries())
    if (differs === undefined)
      it(`${index + 1}. ${script}`, async () => {
        expect(await ours(index)).toBe(recorded[index]);
      });
    else
      it(`${index + 1}. ${script} (differs: ${differs})`, async () => {
        expect(await ours(index), 'no difference is left: remove "# differs"').not.toBe(recorded[index]);
      });

  const known = scenario.entries.flatMap(({ differs }, index) => (differs ? [{ differs, index }] : []));
  if (known.length > 0)
    it('differs where it is known, and in no other way', async () => {
      const entries = known.map(async ({ differs, index }) => `# ${differs}\n${await ours(index)}`);
      const text = (await Promise.all(entries)).join('\n');
      await expect(text).toMatchFileSnapshot(path.join(scenario.folder, 'ours.txt'));
    });
});
