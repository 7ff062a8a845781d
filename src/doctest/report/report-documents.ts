import type { RunReport } from './types.ts';

/** A document, or its parts: what is printed page by page need not be in memory as a whole. */
export type DocumentText = string | Iterable<string>;

/** Reports that are one document, for another program or a browser. Each is loaded when it is asked for. */
export const DOCUMENTS = {
  json: async () => (await import('./json-report.ts')).jsonReport,
  junit: async () => (await import('./junit-report.ts')).junitReport,
  policy: async () => (await import('./policy-report.ts')).policyReport,
  tap: async () => (await import('./tap-report.ts')).tapReport,
  badge: async () => (await import('./badge-report.ts')).badgeReport,
  html: async () => (await import('./html-report.ts')).htmlReport,
} satisfies Record<string, () => Promise<(report: RunReport) => DocumentText>>;

export type DocumentName = keyof typeof DOCUMENTS;
