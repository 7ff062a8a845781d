import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubLocalStorage } from './storage.ts';

const step = (id: string) => ({ page: 'course/page', step: id });
/** As another visit would: what is known is what was kept. */
const visit = async () => {
  vi.resetModules();
  return (await import('../../src/session/progress.ts')).progress;
};

let kept: Map<string, string>;
beforeEach(() => {
  kept = stubLocalStorage();
});

describe('progress', () => {
  it('lasts from visit to visit', async () => {
    const before = await visit();
    before.add(step('step-1'), { hash: 'hash' });
    before.add(step('step-2'), { hash: 'hash' });
    before.add(step('step-1'), { hash: 'hash' });
    expect((await visit()).of('course/page', { hash: 'hash' })).toEqual(['step-1', 'step-2']);
  });

  it('knows the page on which something was done last', async () => {
    const progress = await visit();
    expect(progress.latest()).toBeUndefined();
    for (const page of ['a/first', 'b/first', 'a/first'])
      progress.add({ page, step: `step-of-${page}` }, { hash: 'hash' });
    expect(progress.latest()).toBe('b/first');
    progress.add({ page: 'a/first', step: 'another' }, { hash: 'hash' });
    expect((await visit()).latest()).toBe('a/first');
  });

  it('ends when the steps of the page change', async () => {
    const progress = await visit();
    progress.add(step('step-1'), { hash: 'old' });
    expect(progress.of('course/page', { hash: 'new' })).toEqual([]);
    progress.add(step('step-2'), { hash: 'new' });
    expect(progress.of('course/page', { hash: 'new' })).toEqual(['step-2']);
  });

  it('goes on where an earlier release kept it under another hash', async () => {
    const progress = await visit();
    progress.add(step('step-1'), { hash: 'old' });
    const version = { hash: 'new', formerHash: 'old' };
    expect(progress.of('course/page', version)).toEqual(['step-1']);
    progress.add(step('step-2'), version);
    expect(progress.of('course/page', { hash: 'new' })).toEqual(['step-1', 'step-2']);
  });

  it('forgets steps that were undone, and no others', async () => {
    const progress = await visit();
    for (const id of ['step-1', 'step-2', 'step-3']) progress.add(step(id), { hash: 'hash' });
    progress.remove([step('step-2'), { page: 'course/other', step: 'step-1' }]);
    expect(progress.of('course/page', { hash: 'hash' })).toEqual(['step-1', 'step-3']);
  });

  it('gives the same list until something changes, and tells when', async () => {
    const progress = await visit();
    const heard = vi.fn();
    const leave = progress.subscribe(heard);
    progress.add(step('step-1'), { hash: 'hash' });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(progress.of('course/page', { hash: 'hash' })).toBe(progress.of('course/page', { hash: 'hash' }));
    leave();
    progress.add(step('step-2'), { hash: 'hash' });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it.each(['nonsense', 'null', '[]', '{"course/page":5}', '{"course/page":{"hash":"hash","done":1}}'])(
    'begins anew where %s was kept',
    async (text) => {
      kept.set('tejun.progress', text);
      const progress = await visit();
      expect(progress.of('course/page', { hash: 'hash' })).toEqual([]);
      progress.remove([step('step-1')]);
      progress.add(step('step-1'), { hash: 'hash' });
      expect(progress.of('course/page', { hash: 'hash' })).toEqual(['step-1']);
    },
  );

  it('lasts as long as the page where the browser keeps nothing', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('full');
      },
    });
    const progress = await visit();
    progress.add(step('step-1'), { hash: 'hash' });
    progress.add(step('step-2'), { hash: 'hash' });
    expect(progress.of('course/page', { hash: 'hash' })).toEqual(['step-1', 'step-2']);
  });
});
