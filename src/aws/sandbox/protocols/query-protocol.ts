import { NormalizedSchema } from '@smithy/core/schema';
import { catalogues } from '../errors/index.ts';
import { newRequestId } from '../identifiers/index.ts';
import { formWireName, identifyAction, readFormInput } from './form-encoding.ts';
import { awsQuery } from './form-reader.ts';
import { queryCode } from './json-error.ts';
import { respond } from './response.ts';
import type { ServerProtocol } from './types.ts';
import { element, escapeXml, writeMembers } from './xml-writer.ts';

const STYLE = { milliseconds: false };

/** AWS query, the server's side: STS and IAM. */
export const queryProtocol: ServerProtocol = {
  requestId: newRequestId,
  identify: identifyAction,
  readInput: (message, operation) => readFormInput(message, operation, awsQuery, catalogues.query),
  wireName: (operation, member) => formWireName(operation, member, awsQuery),
  writeOutput: (model, operation, output, context) => {
    const name = operation[2];
    const schema = NormalizedSchema.of(operation[5]);
    const result = schema.isStructSchema()
      ? element(`${name}Result`, writeMembers(schema, output, STYLE))
      : '';
    const metadata = element('ResponseMetadata', element('RequestId', context.requestId));
    const body = element(`${name}Response`, result + metadata, ` xmlns="${model.xmlNamespace}"`);
    return respond(200, `${body}\n`, headers(context.requestId), context);
  },
  // Byte for byte as IAM was seen to answer, down to the line breaks.
  writeError: (model, error, context) => {
    const { code, status } = queryCode(model, error) ?? error;
    const body = [
      `<ErrorResponse xmlns="${model.xmlNamespace}">`,
      '  <Error>',
      `    <Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>`,
      `    <Code>${escapeXml(code)}</Code>`,
      // An error without any text has no element for it: CloudWatch's ResourceNotFound, as recorded on AWS.
      ...(error.message === '' ? [] : [`    <Message>${escapeXml(error.message)}</Message>`]),
      '  </Error>',
      `  <RequestId>${context.requestId}</RequestId>`,
      '</ErrorResponse>',
      '',
    ].join('\n');
    return respond(status, body, headers(context.requestId), context);
  },
};

function headers(id: string): Record<string, string> {
  return { 'content-type': 'text/xml', 'x-amzn-requestid': id };
}
