/**
 * What went wrong, by what there is to do about it. `unreachable`: nobody answered, or somebody else did (a captive portal);
 * `server`: it answered that it cannot now; `later`: it asks to wait; `signed-out`: sign in again, then send the same again;
 * `outdated`: this page is older than the server takes; `refused`: it was understood and is not possible; `wrong`: a field is.
 */
export type FailureKind = 'unreachable' | 'server' | 'later' | 'signed-out' | 'outdated' | 'refused' | 'wrong';

/** Sent again the same, it might go well: nothing that was typed may be thrown away meanwhile. */
export const PASSING: readonly FailureKind[] = ['unreachable', 'server', 'later', 'signed-out', 'outdated'];

/** Why `call` gave no data. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';

  /**
   * @param code as the server names it, such as CONFLICT
   * @param message the server's words, in English; screens say it in their own by kind and code
   */
  constructor(
    readonly kind: FailureKind,
    readonly code: string,
    message: string,
    options: ErrorOptions & { readonly fields?: readonly FieldProblem[]; readonly details?: object } = {},
  ) {
    super(message, options);
    this.fields = options.fields ?? [];
    this.details = options.details ?? {};
  }

  /** Which fields are wrong, and how. */
  readonly fields: readonly FieldProblem[];
  /** Everything the server said beside its message. */
  readonly details: object;

  get passing(): boolean {
    return PASSING.includes(this.kind);
  }
}

export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

interface ServerError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly [name: string]: unknown };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly ServerError[] | undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * The answer, if it is one of ours. A captive portal says 200 with a page: that is nobody's answer.
 * @throws CallFailed
 */
export async function readAnswer(response: Response): Promise<Answer> {
  const read: unknown = await response.json().catch(() => undefined);
  if (isObject(read) && ('data' in read || Array.isArray(read['errors']))) return read;
  if (response.status >= 500)
    throw new CallFailed('server', `HTTP_${response.status}`, 'The server cannot answer now.');
  throw new CallFailed('unreachable', 'FOREIGN_ANSWER', 'Something else than the server answered.');
}

const BY_CODE: Readonly<Record<string, FailureKind>> = {
  UNAUTHENTICATED: 'signed-out',
  DOCUMENT_UNKNOWN: 'outdated',
  DOCUMENT_NOT_ALLOWED: 'outdated',
  TOO_MANY_ATTEMPTS: 'later',
  REQUEST_TIMEOUT: 'later',
  STORE_UNAVAILABLE: 'later',
  READ_MODELS_BEHIND: 'later',
  READ_MODELS_UNAVAILABLE: 'later',
  AS_OF_PREPARING: 'later',
  TOO_MUCH_CONTENTION: 'later',
  INTERNAL_SERVER_ERROR: 'server',
  BAD_USER_INPUT: 'wrong',
};

/** Several errors are told by the first. */
export function failureOf(errors: readonly ServerError[] | undefined, response: Response): CallFailed {
  const [first] = errors ?? [];
  const code = first?.extensions?.code ?? `HTTP_${response.status}`;
  const kind = BY_CODE[code] ?? (response.status >= 500 ? 'server' : 'refused');
  const fields = Array.isArray(first?.extensions?.['fields']) ? first.extensions['fields'].filter(isProblem) : [];
  return new CallFailed(kind, code, first?.message ?? 'No answer', { fields, details: first?.extensions ?? {} });
}

function isProblem(value: unknown): value is FieldProblem {
  return isObject(value) && typeof value['field'] === 'string' && typeof value['problem'] === 'string';
}
