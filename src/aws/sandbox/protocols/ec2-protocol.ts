import { NormalizedSchema } from '@smithy/core/schema';
import { catalogues } from '../errors/index.ts';
import { newRequestId } from '../identifiers/index.ts';
import { formWireName, identifyAction, readFormInput } from './form-encoding.ts';
import { ec2Query } from './form-reader.ts';
import { respond } from './response.ts';
import type { ServerProtocol } from './types.ts';
import { element, escapeXml, writeMembers } from './xml-writer.ts';

const STYLE = { milliseconds: true };
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** EC2's dialect of AWS query, the server's side. */
export const ec2Protocol: ServerProtocol = {
  requestId: newRequestId,
  identify: identifyAction,
  readInput: (message, operation) => readFormInput(message, operation, ec2Query, catalogues.ec2),
  wireName: (operation, member) => formWireName(operation, member, ec2Query),
  writeOutput: (model, operation, output, context) => {
    const schema = NormalizedSchema.of(operation[5]);
    const members = schema.isStructSchema() ? writeMembers(schema, output, STYLE) : '';
    // `requestId` in successes, `RequestID` in errors.
    const content = element('requestId', context.requestId) + members;
    const body = element(`${operation[2]}Response`, content, ` xmlns="${model.xmlNamespace}"`);
    return respond(200, DECLARATION + body, headers(context.requestId), context);
  },
  writeError: (_model, error, context) => {
    const code = element('Code', escapeXml(error.code)) + element('Message', escapeXml(error.message));
    const body = element(
      'Response',
      element('Errors', element('Error', code)) + element('RequestID', context.requestId),
    );
    return respond(error.status, DECLARATION + body, headers(context.requestId), context);
  },
};

function headers(id: string): Record<string, string> {
  return {
    'content-type': 'text/xml;charset=UTF-8',
    'cache-control': 'no-cache, no-store',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    vary: 'accept-encoding',
    server: 'AmazonEC2',
    'x-amzn-requestid': id,
  };
}
