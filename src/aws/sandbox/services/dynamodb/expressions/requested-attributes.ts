import { parseConditionExpression, parseProjection, parseUpdate } from './parse.ts';

interface Expressions {
  readonly KeyConditionExpression?: string | undefined;
  readonly FilterExpression?: string | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly UpdateExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
}

/** Names of the attributes at the top of an item that a request's expressions mention. What cannot be read names none. */
export function requestedAttributes(request: Expressions): string[] {
  const parsers = [
    ['KeyConditionExpression', parseConditionExpression],
    ['FilterExpression', parseConditionExpression],
    ['ConditionExpression', parseConditionExpression],
    ['ProjectionExpression', parseProjection],
    ['UpdateExpression', parseUpdate],
  ] as const;
  return parsers.flatMap(([parameter, parse]) => {
    const text = request[parameter];
    return text === undefined
      ? []
      : firstNames(
          tryTo(() => parse({ parameter, text })),
          request,
        );
  });
}

function tryTo(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function firstNames(tree: unknown, request: Expressions): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if (!('kind' in tree) || tree.kind !== 'path')
    return Object.values(tree).flatMap((below) => firstNames(below, request));
  const { parts } = tree as unknown as { readonly parts: readonly { name?: string; alias?: string }[] };
  const [first] = parts;
  const name = first?.name ?? request.ExpressionAttributeNames?.[first?.alias ?? ''];
  return name === undefined ? [] : [name];
}
