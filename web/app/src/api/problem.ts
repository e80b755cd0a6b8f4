export interface FieldError {
  pointer: string;
  code: string;
}

/** What a service (or the network) answered instead of the wanted thing. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly service: string;
  readonly errors: readonly FieldError[];
  readonly traceId: string | undefined;

  constructor(
    service: string,
    status: number,
    code: string,
    errors: readonly FieldError[] = [],
    traceId?: string,
  ) {
    super(`${service}: ${code}`);
    this.name = 'ApiProblem';
    this.service = service;
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.traceId = traceId;
  }

  /** The service itself did not answer; the others may well. */
  get serviceMissing(): boolean {
    return this.code === 'network' || this.status === 502 || this.status === 503 || this.status === 504;
  }

  get signedOut(): boolean {
    return this.status === 401 && !this.stepUp;
  }

  /** Signed in, but too long ago (or without a second factor) for what was asked. */
  get stepUp(): boolean {
    return this.code === 'step-up-required';
  }

  get stale(): boolean {
    return this.status === 412;
  }
}

/** JSON pointer of a field error ("/child/names/given", "child.names.given") → "child.names.given". */
export function fieldPath(pointer: string): string {
  return pointer.replace(/^[#/]+/, '').replaceAll('/', '.');
}

export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('web', 0, 'unexpected');
}
