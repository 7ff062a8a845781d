import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COPYRIGHTS } from '../../../../plugins/docusaurus/third-party-licenses/missing-texts.ts';
import { noticesText } from '../../../../plugins/docusaurus/third-party-licenses/notices-text.ts';

test.each(Object.entries(COPYRIGHTS))(
  '%s has no text of its licence, and is given one',
  (name, copyright) => {
    const folder = join('node_modules', name);
    expect(readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying)/i.test(file))).toEqual([]);
    const text = noticesText([folder]);
    expect(text).toContain(`(MIT)\n\nMIT License\n\n${copyright}\n\nPermission is hereby granted`);
  },
);
