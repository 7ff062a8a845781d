import { matchesWildcard, type Permissions } from '../../aws/sandbox/index.ts';
import type { RunReport } from './types.ts';

/** The least policy that one principal needed. */
interface Need {
  /** ARN of a user, or of the role behind a session. */
  readonly principal: string;
  readonly policy: {
    readonly Version: '2012-10-17';
    readonly Statement: readonly {
      readonly Effect: 'Allow';
      readonly Action: readonly string[];
      readonly Resource: readonly string[];
    }[];
  };
}

interface PolicyReport {
  readonly pages: readonly {
    readonly page: string;
    readonly locale: string;
    readonly needs: readonly Need[];
  }[];
  /** Policies of the account as the pages found it, against the needs of all pages of the run. */
  readonly granted: readonly {
    readonly principal: string;
    readonly actions: readonly string[];
    /** Actions, as the policies write them, that no page needed. */
    readonly unused: readonly string[];
  }[];
}

/**
 * Returns the least policies of pages as JSON: actions and resources of the requests that the sandbox allowed. What a
 * page shows to be refused is in none. Ids that a run makes stand in resources as this run made them.
 */
export function policyReport(report: RunReport): string {
  const known = report.pages.filter(({ permissions }) => permissions !== undefined);
  const used = known.flatMap(({ permissions }) => permissions?.used ?? []);
  const granted = new Map<string, Set<string>>();
  for (const { principal, actions } of known.flatMap(({ permissions }) => permissions?.granted ?? []))
    granted.set(principal, new Set([...(granted.get(principal) ?? []), ...actions]));
  const document: PolicyReport = {
    pages: known.map(({ page, locale, permissions }) => ({
      page,
      locale,
      needs: needsOf(permissions?.used ?? []),
    })),
    granted: [...granted].sort().map(([principal, actions]) => ({
      principal,
      actions: [...actions].sort(),
      unused: [...actions].sort().filter((pattern) => !used.some((one) => isOf(one, principal, pattern))),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

type Used = Permissions['used'][number];

const isOf = (used: Used, principal: string, pattern: string): boolean =>
  used.principal === principal && matchesWildcard(pattern.toLowerCase(), used.action.toLowerCase());

/** Actions on the same resources share a statement. */
function needsOf(used: readonly Used[]): Need[] {
  const principals = [...new Set(used.map(({ principal }) => principal))].sort();
  return principals.map((principal) => {
    const own = used.filter((one) => one.principal === principal);
    const resourcesOf = (action: string): string[] =>
      [...new Set(own.filter((one) => one.action === action).map(({ resource }) => resource))].sort();
    const statements = new Map<string, string[]>();
    for (const action of [...new Set(own.map(({ action }) => action))].sort()) {
      const key = JSON.stringify(resourcesOf(action));
      statements.set(key, [...(statements.get(key) ?? []), action]);
    }
    const Statement = [...statements].map(([resources, Action]) => ({
      ...{ Effect: 'Allow' as const, Action, Resource: JSON.parse(resources) as string[] },
    }));
    return { principal, policy: { Version: '2012-10-17', Statement } };
  });
}
