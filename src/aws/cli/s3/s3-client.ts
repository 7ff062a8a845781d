import { loadService } from '../../wire/models/index.ts';
import { openClient } from '../aws-client.ts';
import type { Globals } from '../commands/globals.ts';
import type { ConfigSession } from '../config/index.ts';
import { loadCliModel, type Paginator } from '../model/index.ts';
import { prepareCall } from '../parameters/prepare-call.ts';
import { toInteger } from '../python/builtins.ts';
import { checkBucketName } from '../request/index.ts';
import { openConfigSession } from '../session/index.ts';
import type { AwsHost } from '../types.ts';

export type Data = Record<string, unknown>;

/** S3 for the commands of `aws s3`, which call its operations by name. */
export interface S3 {
  /** Region of the client; undefined where none was set. */
  readonly region: string | undefined;
  readonly session: ConfigSession;
  /** Without members that are undefined. Throws a CliFailure for wrong parameters and for an answer that says no. */
  call(operation: string, input: Data): Promise<Data>;
  /** The URL that makes the call for whoever has it. Throws a CliFailure for wrong parameters. */
  presign(operation: string, input: Data, seconds: number): Promise<string>;
}

/** Opens the session, then the client, as each of the commands begins. */
export async function openS3(globals: Globals, host: AwsHost): Promise<S3> {
  const session = await openConfigSession(host, globals);
  const [service, model] = await Promise.all([loadService('s3'), loadCliModel('s3')]);
  const client = openClient(service, model, session, globals, host);
  const prepare = (operation: string, input: Data) => prepareCall(service, model, operation, input);
  return {
    region: client.region,
    session,
    call: async (operation, input) => client.call(...prepare(operation, input)),
    presign: async (operation, input, seconds) => {
      // Before all else here: the CLI looks at the parameters once it has looked at these.
      checkBucketName(input.Bucket);
      return client.presign(...prepare(operation, input), seconds);
    },
  };
}

interface Listed {
  readonly Key: string;
  readonly Size: number;
  readonly LastModified: string;
  readonly StorageClass?: string;
}

export interface ListPage {
  readonly Contents?: readonly Listed[];
  readonly CommonPrefixes?: readonly { readonly Prefix: string }[];
}

/** Pages of ListObjectsV2, one by one. */
export async function* listObjects(s3: S3, input: Data, pageSize: unknown): AsyncGenerator<ListPage> {
  const paginator: Paginator = (await loadCliModel('s3')).pagination.ListObjectsV2 as Paginator;
  const token = { input: paginator.inputToken[0] ?? '', output: paginator.outputToken[0] ?? '' };
  const first = { ...input, ...(pageSize === undefined ? {} : { MaxKeys: toInteger(String(pageSize)) }) };
  for (let page = await s3.call('ListObjectsV2', first); ; ) {
    yield page as ListPage;
    const next = page[token.output];
    if (!next) return;
    page = await s3.call('ListObjectsV2', { ...first, [token.input]: next });
  }
}
