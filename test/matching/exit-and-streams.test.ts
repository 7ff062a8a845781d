import { describe, expect, it } from 'vitest';
import { matchExit, matchShows, matchSilence } from '../../src/matching/index.ts';
import { printed } from './run.ts';

describe('matchSilence', () => {
  it('passes a step that printed nothing', () => expect(matchSilence(printed('')).passed).toBe(true));

  it.each([
    ['stdout', printed('x\n')],
    ['stderr', printed('', { stderr: 'x\n' })],
    ['the exit code', printed('', { exitCode: 1 })],
  ])('fails for %s', (_, actual) => expect(matchSilence(actual).passed).toBe(false));
});

describe('matchExit', () => {
  it('passes exit code 0, whatever was printed', () => {
    expect(matchExit(printed('x', { stderr: 'y' })).passed).toBe(true);
  });

  it('fails another one, with what was said on stderr', () => {
    const verdict = matchExit(printed('', { exitCode: 2, stderr: 'no such file\n' }));
    expect(verdict.differences).toMatchObject([{ kind: 'exit-code', expected: '0', actual: '2' }]);
    expect(verdict.differences[0]?.message).toContain('no such file');
  });
});

describe('matchShows', () => {
  it.each([
    ['on stdout', printed('2021-12-20 09:00:00 example-bucket\n')],
    ['on stderr', printed('', { stderr: 'made example-bucket' })],
    ['behind what a terminal has written over', printed('50 %\rmade example-bucket\n')],
  ])('passes a text %s', (_, actual) => expect(matchShows('example-bucket', actual).passed).toBe(true));

  it.each([
    ['another text', printed('example-bucke\n'), 'missing'],
    ['nothing', printed(''), 'missing'],
    ['the text, and a failure', printed('example-bucket', { exitCode: 1 }), 'exit-code'],
  ])('fails %s', (_, actual, kind) => {
    expect(matchShows('example-bucket', actual).differences[0]?.kind).toBe(kind);
  });
});
