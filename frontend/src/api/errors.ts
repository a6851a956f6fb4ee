/** What can go wrong with a request, in one class: screens never look at a Response. */
import type { ErrorDocument } from './schema'

export type ErrorObject = NonNullable<ErrorDocument['errors']>[number]

export type ProblemKind =
  | 'offline'
  | 'timeout'
  | 'cancelled'
  | 'unauthorized'
  | 'stepUp'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'stale'
  | 'invalid'
  | 'throttled'
  | 'unavailable'
  | 'server'

const KINDS: Readonly<Record<number, ProblemKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'stale',
  429: 'throttled',
  502: 'unavailable',
  503: 'unavailable',
  504: 'timeout',
}

export interface Refusal {
  status?: number
  errors?: ErrorObject[]
  requestId?: string | undefined
  retryAfter?: number | undefined
}

export class ApiError extends Error {
  readonly status: number
  readonly errors: readonly ErrorObject[]
  readonly requestId: string | undefined
  /** Seconds. */
  readonly retryAfter: number | undefined
  readonly kind: ProblemKind
  /** By field: the attribute, relationship or form field that `source` points to. */
  readonly fields: Readonly<Record<string, ErrorObject[]>>
  readonly general: readonly ErrorObject[]

  constructor(kind: ProblemKind, refusal: Refusal = {}) {
    super(refusal.errors?.[0]?.detail ?? refusal.errors?.[0]?.title ?? kind)
    this.name = 'ApiError'
    this.kind = kind
    this.status = refusal.status ?? 0
    this.errors = refusal.errors ?? []
    this.requestId = refusal.requestId ?? this.errors.find((each) => each.id)?.id ?? undefined
    this.retryAfter = refusal.retryAfter
    const named = this.errors.map((each) => [fieldOf(each), each] as const)
    this.fields = collect(named)
    this.general = named.filter(([name]) => !name).map(([, each]) => each)
  }

  has(code: string): boolean {
    return this.errors.some((each) => each.code === code)
  }

  /** Another attempt may work without any change. */
  get isPassing(): boolean {
    return ['offline', 'timeout', 'unavailable', 'server'].includes(this.kind)
  }
}

export function isApiError(error: unknown, kind?: ProblemKind): error is ApiError {
  return error instanceof ApiError && (kind === undefined || error.kind === kind)
}

export async function readRefusal(response: Response): Promise<ApiError> {
  const errors = await readErrors(response)
  const kind = errors.some((each) => each.code === 'step_up_required')
    ? 'stepUp'
    : (KINDS[response.status] ?? (response.status >= 500 ? 'server' : 'invalid'))
  return new ApiError(kind, {
    status: response.status,
    errors,
    requestId: response.headers.get('x-request-id') ?? undefined,
    retryAfter: readSeconds(response.headers.get('retry-after')),
  })
}

/**
 * The name of a field: `/data/attributes/event/start_date` is `event.start_date`,
 * `/data/relationships/coaches/data/0/meta/head` is `coaches.0.head`, `/password` of a form is
 * `password`. What points to the whole document has none.
 */
export function fieldOf(error: ErrorObject): string {
  const { pointer, parameter } = error.source ?? {}
  if (parameter) return parameter
  const member = error.meta?.member
  return [...readPointer(pointer ?? ''), ...(typeof member === 'string' ? [member] : [])].join('.')
}

function readPointer(pointer: string): string[] {
  const [, ...steps] = pointer.split('/').map((each) => each.replace(/~1/g, '/').replace(/~0/g, '~'))
  if (steps[0] === 'meta') return steps.slice(1)
  if (steps[0] !== 'data') return steps
  const [, kind, ...rest] = steps
  if (kind === 'attributes') return rest
  // The name of a relationship may be that of its envelope: only the second step is one.
  return kind === 'relationships'
    ? rest.filter((each, at) => at === 0 || (each !== 'data' && each !== 'meta'))
    : []
}

function collect(named: (readonly [string, ErrorObject])[]): Record<string, ErrorObject[]> {
  const fields: Record<string, ErrorObject[]> = {}
  for (const [name, each] of named) if (name) (fields[name] ??= []).push(each)
  return fields
}

async function readErrors(response: Response): Promise<ErrorObject[]> {
  try {
    const document = (await response.json()) as Partial<ErrorDocument> | null
    return Array.isArray(document?.errors) ? document.errors : []
  } catch {
    // A proxy in between answers in its own words.
    return []
  }
}

function readSeconds(header: string | null): number | undefined {
  if (!header) return undefined
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const moment = Date.parse(header)
  return Number.isNaN(moment) ? undefined : Math.max(0, Math.ceil((moment - Date.now()) / 1000))
}
