import type {
  FunctionConfiguration,
  ListVersionsByFunctionRequest,
  ListVersionsByFunctionResponse,
  PublishVersionRequest,
} from '@aws-sdk/client-lambda';
import { defineOperation, type OperationContext, paginate } from '../../operation/index.ts';
import { toConfiguration, toListed, versionArn } from './describe-function.ts';
import { findFunction, onFunction } from './find-function.ts';
import { checkChangeable, newVersion } from './function-lifecycle.ts';
import * as rules from './lambda-constraints.ts';
import { invalidLambdaParameter, invalidMarker } from './lambda-errors.ts';
import type { FunctionSettings, FunctionVersion, LambdaFunction } from './lambda-state.ts';

/**
 * Publishes `$LATEST` as a new version. Where nothing has changed since the last one, it is that one again (API
 * reference, PublishVersion). It is ready when `$LATEST` is.
 */
export function publish(
  one: LambdaFunction,
  { clock, random }: Pick<OperationContext<unknown>, 'clock' | 'random'>,
  description = one.latest.settings.description,
): FunctionVersion {
  const last = one.versions.at(-1);
  if (last && isSame(last.settings, one.latest.settings)) return last;
  one.lastVersion += 1;
  const { created, updated, settings } = one.latest;
  const version = {
    ...newVersion(String(one.lastVersion), { ...settings, description }, { clock, random }),
    created: updated ?? created,
  };
  one.versions.push(version);
  return version;
}

/** True for equal code and settings; a version may have a description of its own. */
function isSame(a: FunctionSettings, b: FunctionSettings): boolean {
  const comparable = ({ code, description: _, ...rest }: FunctionSettings) =>
    JSON.stringify([code.sha256, Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1))]);
  return comparable(a) === comparable(b);
}

/** API reference, ListVersionsByFunction: "returns a maximum of 50 items in each response". */
const PAGE = 50;

export default {
  PublishVersion: defineOperation<PublishVersionRequest, FunctionConfiguration>({
    constraints: { FunctionName: rules.functionName, Description: rules.description },
    reads: ['CodeSha256', 'RevisionId'],
    access: onFunction('PublishVersion'),
    handle: (context) => {
      const { input, clock } = context;
      const one = findFunction(context);
      const { sha256 } = one.latest.settings.code;
      if (input.CodeSha256 !== undefined && input.CodeSha256 !== sha256)
        throw invalidLambdaParameter(
          `CodeSHA256 (${input.CodeSha256}) is different from current CodeSHA256 in $LATEST (${sha256}). Please try again with the CodeSHA256 in $LATEST.`,
        );
      checkChangeable(one, clock, input.RevisionId);
      const version = publish(one, context, input.Description);
      return toConfiguration(one, version, versionArn(one, version), clock);
    },
  }),
  ListVersionsByFunction: defineOperation<ListVersionsByFunctionRequest, ListVersionsByFunctionResponse>({
    constraints: { FunctionName: rules.invokedName, MaxItems: rules.maxItems },
    reads: ['Marker'],
    access: onFunction('ListVersionsByFunction'),
    handle: (context) => {
      const { MaxItems = PAGE, Marker } = context.input;
      const one = findFunction(context);
      const all = [one.latest, ...one.versions].map((version) => ({
        key: version.id === '$LATEST' ? '' : version.id.padStart(12, '0'),
        row: toListed(one, version, `${one.arn}:${version.id}`, context.clock),
      }));
      const page = paginate(all, ({ key }) => key, Math.min(MaxItems, PAGE), Marker);
      if (!page) throw invalidMarker();
      return { Versions: page.items.map(({ row }) => row), NextMarker: page.next };
    },
  }),
};
