/** An error that a service answers with, as AWS words it. */
export class ServiceError extends Error {
  /** Empty where S3 answers with the status alone. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** Elements that S3 adds to the error, in their order. */
  readonly elements: Readonly<Record<string, string>>;
  /** Headers that S3 adds to the answer. */
  readonly headers: Readonly<Record<string, string>>;
  #members: Readonly<Record<string, unknown>> = {};

  constructor(
    status: number,
    code: string,
    message: string,
    elements: Record<string, string> = {},
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'ServiceError';
    this.status = status;
    this.code = code;
    this.elements = elements;
    this.headers = headers;
  }

  /** The members that the error's structure has beside its message, of services that speak JSON. */
  get members(): Readonly<Record<string, unknown>> {
    return this.#members;
  }

  /** Adds members as the model has them: they are written by its schema. */
  with(members: Readonly<Record<string, unknown>>): this {
    this.#members = members;
    return this;
  }
}

/** The error that a call was refused with; undefined where it succeeded. Any other fault is ours: it is thrown. */
export async function failureOf(calling: Promise<unknown>): Promise<ServiceError | undefined> {
  try {
    await calling;
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

/** Our wording: an input member that the operation would only forget. */
export function parameterNotSimulated(service: string, operation: string, member: string): ServiceError {
  const text = `The Tejun sandbox does not simulate the parameter ${member} of ${service}:${operation} yet.`;
  return new ServiceError(501, 'NotImplemented', text);
}
