import { type LicenseNotice, readNotice } from './packages.ts';

const INTRODUCTION =
  'Tejun contains parts of the packages below. Each is listed with its version, its licence, and the text of the licence.';
const RULE = '-'.repeat(80);

export function noticesText(folders: readonly string[]): string {
  const notices = folders.map(readNotice).sort(byName);
  // A package may be there twice, in one version.
  const unlike = notices.filter((one, index) => index === 0 || heading(one) !== heading(notices[index - 1]));
  return `${[INTRODUCTION, ...unlike.map(section)].join(`\n\n${RULE}\n`)}\n`;
}

function byName(a: LicenseNotice, b: LicenseNotice): number {
  return a.name.localeCompare(b.name) || a.version.localeCompare(b.version);
}

function heading(notice: LicenseNotice | undefined): string {
  return notice ? `${notice.name} ${notice.version} (${notice.license})` : '';
}

function section(notice: LicenseNotice): string {
  return [heading(notice), ...notice.texts].join('\n\n');
}
