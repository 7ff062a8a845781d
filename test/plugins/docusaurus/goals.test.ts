import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { goalsOf } from '../../../plugins/docusaurus/goals.ts';

const OVERVIEW = `---
title: Buckets
---

## What you practise {/* #practice */}

1. Make a bucket with \`aws s3 mb\`.
2. Read [the **policy**](./policy.mdx)
   of the bucket.

It takes an hour.

## What you need {/* #requirements */}

1. A shell
`;

it('are the numbered list of the overview, as plain text', () => {
  expect(goalsOf(OVERVIEW)).toEqual(['Make a bucket with aws s3 mb.', 'Read the policy of the bucket.']);
});

it('are none where the overview has no such list', () => {
  expect(goalsOf('# Buckets\n\n1. one\n')).toEqual([]);
});

it.each(['docs', 'i18n/en/docusaurus-plugin-content-docs/current'])(
  'are there for every course with an account (%s)',
  (folder) => {
    const courses = readdirSync('docs').filter((name) =>
      readdirSync(`docs/${name}`).includes('_account.yaml'),
    );
    expect(courses.length).toBeGreaterThan(10);
    for (const course of courses)
      expect(goalsOf(readFileSync(`${folder}/${course}/index.mdx`, 'utf8')).length, course).toBeGreaterThan(
        1,
      );
  },
);
