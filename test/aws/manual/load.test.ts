import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kebabName } from '../../../src/aws/cli/commands/arguments.ts';
import { loadManual } from '../../../src/aws/manual/index.ts';
import { simulatedOperations } from '../../../src/aws/sandbox/services/index.ts';
import { type ServiceId, services } from '../../../src/aws/wire/models/index.ts';

const TEXTS = new URL('../../../src/aws/manual/texts/', import.meta.url);
/** Simulated operations that are newer than AWS CLI 2.9.19. */
const NEWER = ['ec2 GetSecurityGroupsForVpc', 'iam GetMFADevice'];

describe('loadManual', () => {
  it('has a file for each command that it offers', async () => {
    const files = readdirSync(TEXTS).filter((name) => name.endsWith('.json'));
    for (const name of files) expect(await loadManual(name.slice(0, -'.json'.length))).toBeDefined();
    expect(files.length).toBe(Object.keys(services).length + 3);
  });

  it.each(Object.keys(services) as ServiceId[])('describes every simulated operation of %s', async (id) => {
    const manual = await loadManual(id === 's3' ? 's3api' : id);
    const lacking = simulatedOperations(id).filter((name) => !manual?.commands[kebabName(name)]?.about);
    expect(lacking.filter((name) => !NEWER.includes(`${id} ${name}`))).toEqual([]);
  });

  it.each(['route53', 'constructor', '../aws', ''])('knows nothing about %j', async (command) => {
    expect(await loadManual(command)).toBeUndefined();
  });

  it('holds plain sentences', () => {
    for (const name of readdirSync(TEXTS))
      expect(readFileSync(new URL(name, TEXTS), 'utf8')).not.toMatch(
        /<\/?(p|code|a|i|b)\b|&(lt|gt|amp|quot);|``/,
      );
  });
});
