import type { StaticOperationSchema } from '@smithy/types';
import type { Message } from '../../wire/message/index.ts';
import type { ServiceMetadata, ServiceModel } from '../../wire/models/index.ts';
import type { ServiceError } from '../errors/index.ts';
import type { Random } from '../random/index.ts';

export type { Message };

/** An operation's input or output: the members of its structure by their names in the model. */
export type Structure = Record<string, unknown>;

/** Context of a protocol's response. */
export interface ResponseContext {
  readonly random: Random;
  /** Fills the `Date` header. */
  readonly now: Date;
  /** The request's id, written into body and headers. */
  readonly requestId: string;
  /** HEAD is answered with no body. */
  readonly method: string;
}

/** One way of writing requests and responses, walked from a service's schemas. */
export interface ServerProtocol {
  requestId(random: Random): string;
  /** The operation that a request names; a name that the model lacks, or '' for none, is the caller's to refuse. */
  identify(message: Message, model: ServiceModel): string;
  /** Throws a ServiceError where the request cannot be read. */
  readInput(message: Message, operation: StaticOperationSchema): Structure;
  /** The name that a request gives to a member of an operation's input. */
  wireName(operation: StaticOperationSchema, member: string): string;
  writeOutput(
    model: ServiceModel,
    operation: StaticOperationSchema,
    output: Structure,
    context: ResponseContext,
  ): Response;
  writeError(model: ErrorModel, error: ServiceError, context: ResponseContext): Response;
}

/** Model of a service's errors: its metadata, and its error schemas where they are loaded. */
export type ErrorModel = ServiceMetadata & Partial<Pick<ServiceModel, 'error'>>;
