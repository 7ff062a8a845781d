/** An error of a website: its code, its message, and what it is about, in the order in which S3 tells it. */
export interface WebsiteError {
  readonly status: number;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

const REASONS: Readonly<Record<number, string>> = {
  301: 'Moved Permanently',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  416: 'Requested Range Not Satisfiable',
  501: 'Not Implemented',
};

/** Names that the document of an error has beside its facts. */
const OTHERS: ReadonlySet<string> = new Set(['RequestId', 'HostId', 'Error']);

/** Reads an error from S3's XML. */
export function readErrorDocument(status: number, xml: string): WebsiteError {
  const facts = [...xml.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  return { status, facts: facts.filter(([name]) => !OTHERS.has(name)) };
}

/**
 * The page of an error, with the error of the custom document where that cannot be shown either. Values are those of
 * XML, which HTML escapes alike. Form as recorded on S3.
 */
export function errorPage(
  { status, facts }: WebsiteError,
  ids: readonly string[],
  custom?: WebsiteError,
): string {
  const title = `${status} ${REASONS[status] ?? 'Error'}`;
  const [requestId = '', hostId = ''] = ids;
  const failed = custom
    ? [
        '<h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>',
        ...list(custom.facts),
      ]
    : [];
  return [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<h1>${title}</h1>`,
    ...list([...facts, ['RequestId', requestId], ['HostId', hostId]]),
    ...failed,
    '<hr/>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const list = (facts: WebsiteError['facts']): string[] => [
  '<ul>',
  ...facts.map(([name, value]) => `<li>${name}: ${value}</li>`),
  '</ul>',
];
