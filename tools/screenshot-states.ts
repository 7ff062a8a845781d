import type { Page } from 'playwright-core';

const COURSE = '/docs/sts-session-token';

/** Actions before the picture is taken. A state that cannot be reached is reported and left out. */
type Step = (page: Page) => Promise<unknown>;

interface State {
  readonly path: string;
  readonly act?: Step;
  /** It needs the service worker, which keeps pages from the routes of a test. */
  readonly isKept?: boolean;
  /** Language that the browser asks for, where it is not that of the page. */
  readonly asksFor?: Readonly<Record<string, string>>;
}

const runFirst: Step = async (page) => {
  await page.locator('[data-step-run] button').first().click();
  await page.locator('[data-step-run][data-status]').first().waitFor({ timeout: 60_000 });
};

const runAll: Step = async (page) => {
  await page.locator('[data-practice-bar] button').first().click();
  await page.locator('[data-step-run][data-status]').nth(3).waitFor({ timeout: 60_000 });
};

/** States of the site that people look at before a release, by name. */
export const states: Readonly<Record<string, State>> = {
  home: { path: '/' },
  course: { path: COURSE },
  page: { path: `${COURSE}/run-commands` },
  badge: {
    path: `${COURSE}/run-commands`,
    act: async (page) => {
      await page.locator('details[data-trust] > summary').click();
      await page.locator('details[data-trust] table').waitFor();
    },
  },
  'badge-old': {
    path: `${COURSE}/run-commands`,
    act: async (page) => {
      await page.clock.setFixedTime(Date.now() + 200 * 24 * 60 * 60 * 1000);
      await page.reload({ waitUntil: 'networkidle' });
    },
  },
  practised: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await runAll(page);
      await page.locator('[data-step-run][data-status]').first().scrollIntoViewIfNeeded();
    },
  },
  differs: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      const step = page.locator('[data-step-run]').last();
      await step.locator('button').first().click();
      await step.locator('fieldset button').nth(1).click();
      await step.locator('[data-verdict=differs]').first().waitFor({ timeout: 20_000 });
      await step.scrollIntoViewIfNeeded();
    },
  },
  lesson: {
    path: `${COURSE}/run-commands`,
    act: async (page) => {
      const step = page.locator('[data-step-run]').nth(3);
      await step.locator('button').first().click();
      await step.locator('fieldset button').nth(1).click();
      await step.locator('[data-lesson]').waitFor({ timeout: 60_000 });
      await step.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    },
  },
  'page-done': {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await runAll(page);
      await page.locator('[data-onward]').waitFor({ timeout: 60_000 });
    },
  },
  'course-end': {
    path: `${COURSE}/clean-up`,
    act: async (page) => {
      await page.locator('[data-practice-bar] button').first().click();
      await page.locator('[data-practice-bar] fieldset button').first().click();
      const end = page.locator('[data-course-end]');
      await end.waitFor({ timeout: 120_000 });
      await end.scrollIntoViewIfNeeded();
    },
  },
  explanation: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      const step = page.locator('figure[data-step]').filter({ hasText: '--duration-seconds' }).first();
      await step.locator('[data-explain]').click();
      await step.locator('dl').waitFor();
      await step.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    },
  },
  editor: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await runFirst(page);
      await page.locator('[data-opens=files]').click();
      const files = page.locator('[data-files]');
      await files.getByRole('button', { name: /新しいファイル|New file/ }).click();
      await files.getByRole('button', { name: /ポリシーのひな形|Begin with a policy/ }).click();
    },
  },
  account: {
    path: '/docs/s3-objects/make-bucket',
    act: async (page) => {
      await runAll(page);
      await page.locator('[data-step-run=step-6][data-status]').waitFor({ timeout: 60_000 });
      await page.locator('[data-opens=account]').click();
      await page.locator('[data-account] figure').waitFor();
    },
  },
  keys: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await page.keyboard.press('?');
      await page.locator('dialog[data-keys]').waitFor();
    },
  },
  'other-language': {
    path: `${COURSE}/get-session-token`,
    asksFor: { ja: 'en-US', en: 'ja-JP' },
    act: (page) => page.locator('[data-language-hint]').waitFor(),
  },
  terminal: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await runAll(page);
      await page.keyboard.press('Control+`');
      await page.locator('.xterm').waitFor();
    },
  },
  variables: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      await page.locator('details[data-variables] > summary').click();
      await page.locator('details[data-variables] input').first().fill('my-role');
      await page.locator('details[data-variables] input').nth(1).fill('my/folder');
    },
  },
  paste: {
    path: `${COURSE}/get-session-token`,
    act: async (page) => {
      const paste = page.locator('[data-step-paste]').last();
      await paste.locator('button').click();
      await paste.locator('textarea').fill('{ "UserId": 1 }');
      await paste.locator('p[data-verdict]').waitFor({ timeout: 60_000 });
    },
  },
  offline: {
    path: `${COURSE}/not-kept`,
    act: async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { value: false }));
      await page.reload({ waitUntil: 'networkidle' });
    },
  },
  'offline-kept': {
    path: `${COURSE}/run-commands`,
    isKept: true,
    act: async (page) => {
      const kept = () =>
        page.evaluate(async () => (await (await caches.open('tejun-pages')).keys()).length >= 5);
      while (!(await kept())) await page.waitForTimeout(500);
      await page.context().setOffline(true);
      await page.reload();
      await runFirst(page);
    },
  },
  search: { path: '/search?q=session', act: (page) => page.locator('article').first().waitFor() },
  differences: { path: '/differences' },
  translations: { path: '/translations' },
  syntax: { path: '/docs/writing/page-syntax' },
  matching: {
    path: '/docs/writing/matching',
    act: (page) => page.locator('#json').scrollIntoViewIfNeeded(),
  },
  translating: { path: '/docs/writing/translating' },
  missing: { path: '/not-there' },
  print: { path: `${COURSE}/run-commands`, act: (page) => page.emulateMedia({ media: 'print' }) },
  'print-practised': {
    path: '/docs/s3-objects/make-bucket',
    act: async (page) => {
      await runAll(page);
      await page.locator('[data-step-run=step-6][data-status]').waitFor({ timeout: 60_000 });
      await page.emulateMedia({ media: 'print' });
      await page.locator('[data-printed] figure').waitFor();
      await page.locator('[data-printed]').evaluate((one) => one.scrollIntoView({ block: 'end' }));
    },
  },
};
