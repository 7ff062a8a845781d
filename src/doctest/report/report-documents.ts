import type { RunReport } from './types.ts';

/** Reports that are one document, for another program or a browser. Each is loaded when it is asked for. */
export const DOCUMENTS = {
  json: async () => {
    const { jsonReport } = await import('./json-report.ts');
    return (report: RunReport) => `${JSON.stringify(jsonReport(report), undefined, 2)}\n`;
  },
  junit: async () => (await import('./junit-report.ts')).junitReport,
  policy: async () => (await import('./policy-report.ts')).policyReport,
  tap: async () => (await import('./tap-report.ts')).tapReport,
  badge: async () => (await import('./badge-report.ts')).badgeReport,
  html: async () => (await import('./html-report.ts')).htmlReport,
} satisfies Record<string, () => Promise<(report: RunReport) => string>>;

export type DocumentName = keyof typeof DOCUMENTS;
