import { expect, test } from 'vitest';
import { pageScript } from '../../../src/components/PracticeBar/page-script.ts';
import { readPage } from '../../../src/procedure/index.ts';

const text = `---
title: T
tejun: { variables: { BUCKET: { default: example-bucket } } }
---

## Make

\`\`\`bash setup
hidden
\`\`\`

\`\`\`bash command
aws s3 mb s3://example-bucket
\`\`\`

<Elapse duration="15m" />

\`\`\`bash command only=sandbox
in the sandbox only
\`\`\`
`;

test('the commands that run elsewhere, with the values of the reader; a wait is a comment', () => {
  const { page } = readPage(text, { id: 'c/p', file: 'p.mdx', locale: 'ja' });
  expect(page && pageScript(page, { BUCKET: 'mine' })).toBe(
    '#!/usr/bin/env bash\n# T\n\n# Make\naws s3 mb s3://mine\n\n# (15 min)\n',
  );
});
