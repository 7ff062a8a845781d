import type { ServiceModel } from '../../wire/models/index.ts';
import { type Client, openClient } from '../aws-client.ts';
import { CliFailure, generalError, notBuiltIn, ServiceFailure } from '../failures.ts';
import type { CliModel } from '../model/index.ts';
import { prepareCall } from '../parameters/prepare-call.ts';
import { openConfigSession } from '../session/index.ts';
import type { AwsHost } from '../types.ts';
import { waitFor } from '../waiter.ts';
import { flag, helpText, parseCustom, valued } from './custom.ts';
import { keyValues, readOverrides, readTemplateFile } from './deploy-input.ts';
import type { Globals } from './globals.ts';

export const deployOptions = [
  valued('template-file', { required: true }),
  valued('stack-name', { required: true }),
  valued('s3-bucket'),
  flag('force-upload'),
  valued('s3-prefix'),
  valued('kms-key-id'),
  valued('parameter-overrides', { takes: 'some' }),
  valued('capabilities', { takes: 'some' }),
  flag('no-execute-changeset'),
  flag('disable-rollback'),
  flag('no-disable-rollback', { dest: 'disable-rollback', constant: false }),
  valued('role-arn'),
  valued('notification-arns', { takes: 'some' }),
  flag('fail-on-empty-changeset'),
  flag('no-fail-on-empty-changeset', { dest: 'fail-on-empty-changeset', constant: false }),
  valued('tags', { takes: 'some' }),
];

type Data = Record<string, unknown>;
type Values = NonNullable<ReturnType<typeof parseCustom>>;

/** Bytes of a template that a request may hold. */
const MAX_TEMPLATE = 51_200;

/**
 * Runs `aws cloudformation deploy` (customizations/cloudformation/deploy.py and deployer.py of AWS CLI 2.9.19): makes a
 * change set, waits for it, executes it and waits for the stack.
 */
export async function runDeploy(
  { service, model }: { readonly service: ServiceModel; readonly model: CliModel },
  words: readonly string[],
  globals: Globals,
  host: AwsHost,
): Promise<string> {
  const values = parseCustom(words, [], deployOptions);
  if (!values) return helpText('cloudformation deploy');
  if (values.has('s3-bucket'))
    throw notBuiltIn('cloudformation deploy --s3-bucket', 'leave it out, or use the real AWS CLI for it.');
  const client = openClient(service, model, await openConfigSession(host, globals), globals, host);
  const deployer = new Deployer(client, service, model, host);
  try {
    await deployer.deploy(values);
  } catch (error) {
    // Lines printed before the failure stay printed.
    if (!(error instanceof CliFailure)) throw error;
    throw new CliFailure(error.exitCode, error.stderr, deployer.printed);
  }
  return deployer.printed;
}

class Deployer {
  printed = '';
  readonly #client: Client;
  readonly #service: ServiceModel;
  readonly #model: CliModel;
  readonly #host: AwsHost;

  constructor(client: Client, service: ServiceModel, model: CliModel, host: AwsHost) {
    this.#client = client;
    this.#service = service;
    this.#model = model;
    this.#host = host;
  }

  async deploy(values: Values): Promise<void> {
    const StackName = String(values.get('stack-name'));
    const template = await readTemplateFile(String(values.get('template-file')), this.#host);
    const overrides = await readOverrides(values.get('parameter-overrides') ?? [], this.#host);
    const tags = Object.entries(keyValues(values.get('tags') ?? [], 'tags'));
    const parameters = template.parameters.map((ParameterKey) =>
      ParameterKey in overrides
        ? { ParameterKey, ParameterValue: overrides[ParameterKey] }
        : { ParameterKey, UsePreviousValue: true },
    );
    if (template.size > MAX_TEMPLATE) throw generalError(TOO_LARGE);
    const isNew = !(await this.#hasStack(StackName));
    const now = this.#host.now();
    const made = await this.#call('CreateChangeSet', {
      ChangeSetName: `awscli-cloudformation-package-deploy-${Math.floor(now.getTime() / 1000)}`,
      ...{ StackName, TemplateBody: template.text, ChangeSetType: isNew ? 'CREATE' : 'UPDATE' },
      Parameters: await this.#usable(parameters, isNew, StackName),
      Capabilities: values.get('capabilities') ?? [],
      Description: `Created by AWS CLI at ${now.toISOString().slice(0, 23)}000 UTC`,
      Tags: tags.map(([Key, Value]) => ({ Key, Value })),
      RoleARN: values.get('role-arn'),
      NotificationARNs: values.get('notification-arns'),
    });
    const ChangeSetName = String(made.Id);
    this.printed += '\nWaiting for changeset to be created..\n';
    const empty = await this.#waitForChangeSet({ ChangeSetName, StackName });
    if (empty) {
      if (values.get('fail-on-empty-changeset') === true) throw generalError(empty);
      this.printed += `\n${empty}\n`;
    } else if (values.has('no-execute-changeset')) {
      this.printed += `Changeset created successfully. Run the following command to review changes:\naws cloudformation describe-change-set --change-set-name ${ChangeSetName}\n`;
    } else {
      const DisableRollback = values.get('disable-rollback') === true;
      await this.#call('ExecuteChangeSet', { ChangeSetName, StackName, DisableRollback });
      this.printed += 'Waiting for stack create/update to complete\n';
      await this.#waitForStack(isNew ? 'StackCreateComplete' : 'StackUpdateComplete', StackName);
      this.printed += `Successfully created/updated stack - ${StackName}\n`;
    }
  }

  #call(name: string, input: Data): Promise<Data> {
    return this.#client.call(...prepareCall(this.#service, this.#model, name, input));
  }

  async #hasStack(StackName: string): Promise<boolean> {
    try {
      const { Stacks } = await this.#call('DescribeStacks', { StackName });
      const [stack] = Stacks as readonly Data[];
      return stack?.StackStatus !== 'REVIEW_IN_PROGRESS';
    } catch (error) {
      const missing = `Stack with id ${StackName} does not exist`;
      if (error instanceof ServiceFailure && error.response.message.includes(missing)) return false;
      throw error;
    }
  }

  /** Leaves out the parameters that have no previous value to use. */
  async #usable(parameters: readonly Data[], isNew: boolean, StackName: string): Promise<Data[]> {
    if (isNew) return parameters.filter(({ UsePreviousValue }) => UsePreviousValue !== true);
    const { Parameters = [] } = await this.#call('GetTemplateSummary', { StackName });
    const known = (Parameters as readonly Data[]).map(({ ParameterKey }) => ParameterKey);
    return parameters.filter(
      ({ ParameterKey, UsePreviousValue }) => UsePreviousValue !== true || known.includes(ParameterKey),
    );
  }

  /** The message for a change set without changes; undefined for one that can be executed. */
  async #waitForChangeSet(named: { ChangeSetName: string; StackName: string }): Promise<string | undefined> {
    let last: Data = {};
    try {
      await this.#wait('ChangeSetCreateComplete', { delay: 5 }, async () => {
        last = await this.#call('DescribeChangeSet', named);
        return last;
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof CliFailure) || last.Status === undefined) throw error;
      const { Status, StatusReason = '' } = last;
      const reason = String(StatusReason);
      if (
        (Status === 'FAILED' && reason.includes("The submitted information didn't contain changes.")) ||
        reason.includes('No updates are to be performed')
      )
        return `No changes to deploy. Stack ${named.StackName} is up to date`;
      throw generalError(
        `Failed to create the changeset: ${error.message} Status: ${Status}. Reason: ${reason}`,
      );
    }
  }

  async #waitForStack(waiter: string, StackName: string): Promise<void> {
    try {
      await this.#wait(waiter, { delay: 30, maxAttempts: 120 }, () =>
        this.#call('DescribeStacks', { StackName }),
      );
    } catch (error) {
      if (!(error instanceof CliFailure)) throw error;
      throw generalError(
        `Failed to create/update the stack. Run the following command\nto fetch the list of events leading up to the failure\naws cloudformation describe-stack-events --stack-name ${StackName}`,
      );
    }
  }

  #wait(
    name: string,
    settings: { readonly delay: number; readonly maxAttempts?: number },
    call: () => Promise<Data>,
  ): Promise<void> {
    const waiter = this.#model.waiters[name];
    if (!waiter) throw new Error(`the model has no waiter ${name}`);
    return waitFor(name, { ...waiter, ...settings }, call, this.#host.sleep);
  }
}

const TOO_LARGE =
  'Templates with a size greater than 51,200 bytes must be deployed via an S3 Bucket. Please add the --s3-bucket parameter to your command. The local template will be copied to that S3 bucket and then deployed.';
