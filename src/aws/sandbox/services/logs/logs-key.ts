import { type OperationContext, ServiceError } from '../../operation/index.ts';
import { invalidLogsParameter } from './logs-errors.ts';

/**
 * Asks KMS whether the service may use a key for a log group: the key's own policy must let it (User Guide, "Encrypt
 * log data in CloudWatch Logs using AWS Key Management Service"). Returns the key's ARN.
 */
export async function checkLogsKey(
  { call, region }: Pick<OperationContext<unknown>, 'call' | 'region'>,
  keyId: string,
  groupArn: string,
): Promise<string> {
  // API reference, CreateLogGroup: "the Amazon Resource Name (ARN) of the KMS key". The text is ours.
  if (!keyId.startsWith('arn:')) throw invalidLogsParameter('The KMS key must be given by its ARN.');
  try {
    await call({
      service: 'kms',
      operation: 'GenerateDataKey',
      region,
      as: { kind: 'service', name: `logs.${region}.amazonaws.com`, sourceArn: groupArn },
      input: { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: { 'aws:logs:arn': groupArn } },
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // A text that users of AWS quote.
    throw invalidLogsParameter(
      `The specified KMS key does not exist or is not allowed to be used with LogGroup '${groupArn}'`,
    );
  }
  return keyId;
}
