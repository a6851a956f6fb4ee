/** Turns a JSON:API document into plain objects that know each other. */
import type { components } from './schema'

type Schemas = components['schemas']
interface ResourceShape {
  type: string
  id: string
  attributes: object
  links: Schemas['ResourceLinks']
}

/** Everything the API calls a resource: the types follow the generated schema. */
export type Resource = {
  [N in keyof Schemas]: Schemas[N] extends ResourceShape ? Schemas[N] : never
}[keyof Schemas]
export type ResourceType = Resource['type']

/** The public view of a story has no type of its own, and fewer members than the whole one. */
type Whole = Exclude<Resource, Schemas['PortalStory']>

interface Identifier {
  type: string
  id: string
  meta?: unknown
}

/** One end of a relationship; `resource` is there when the document includes it. */
export interface Link<I extends Identifier> {
  type: I['type']
  id: string
  meta: I extends { meta?: infer M } ? M | undefined : undefined
  resource: Entity<Extract<Whole, { type: I['type'] }>> | undefined
}

type Linkage<D> = D extends readonly (infer I extends Identifier)[]
  ? Link<I>[]
  : D extends Identifier
    ? Link<D>
    : D

type Linked<R> = R extends { data: infer D }
  ? Linkage<D>
  : R extends { data?: infer D }
    ? Linkage<D> | undefined
    : undefined

type Relationships<R> = R extends { relationships?: infer X } ? NonNullable<X> : object

/** A resource as a screen wants it: attributes and relationships are members of it. */
export type Entity<R> = R extends { type: string; id: string; attributes: infer A; meta: infer M }
  ? { type: R['type']; id: string; meta: M } & A & {
        [N in keyof Relationships<R>]: Linked<Relationships<R>[N]>
      }
  : never

export type Resolved<D> = D extends { data: infer X }
  ? X extends readonly (infer R)[]
    ? Entity<R>[]
    : X extends null
      ? null
      : Entity<X>
  : never

interface AnyDocument {
  data: unknown
  included?: unknown
}

interface AnyResource extends Identifier {
  attributes?: Record<string, unknown>
  relationships?: Record<string, { data?: Identifier | Identifier[] | null }>
}

/**
 * Every resource of the document becomes one object, however often it is linked: entities may
 * form circles, and two links to the same coach are the same coach.
 */
export function resolve<D extends AnyDocument>(document: D): Resolved<D> {
  const found = new Map<string, Record<string, unknown>>()
  const primary = listOf(document.data)
  const all = [...primary, ...listOf(document.included)]
  for (const each of all) found.set(keyOf(each), plain(each))
  for (const each of all) link(each, found)
  const entities = primary.map((each) => found.get(keyOf(each)))
  const result = Array.isArray(document.data) ? entities : (entities[0] ?? null)
  return result as Resolved<D>
}

/** The value of a to-one relationship in a request; without id it is cleared. */
export function ref<T extends ResourceType>(type: T, id: string): { data: { type: T; id: string } }
export function ref<T extends ResourceType>(
  type: T,
  id: string | null | undefined,
): { data: { type: T; id: string } | null }
export function ref(type: string, id: string | null | undefined) {
  return { data: id ? { type, id } : null }
}

/** The value of a to-many relationship in a request. */
export function refs<T extends ResourceType, X extends { id: string }>(
  type: T,
  links: readonly X[],
): { data: ({ type: T } & X)[] } {
  return { data: links.map((each) => ({ type, ...each })) }
}

function plain(resource: AnyResource): Record<string, unknown> {
  const { type, id, meta, attributes } = resource
  return { ...attributes, type, id, meta: meta ?? {} }
}

function link(resource: AnyResource, found: Map<string, Record<string, unknown>>): void {
  const entity = found.get(keyOf(resource))
  if (!entity) return
  for (const [name, { data }] of Object.entries(resource.relationships ?? {})) {
    if (data === undefined) continue
    if (Array.isArray(data)) entity[name] = data.map((each) => linkTo(each, found))
    else entity[name] = data && linkTo(data, found)
  }
}

function linkTo(identifier: Identifier, found: Map<string, Record<string, unknown>>) {
  const { type, id, meta } = identifier
  return { type, id, meta, resource: found.get(keyOf(identifier)) }
}

function listOf(data: unknown): AnyResource[] {
  return (Array.isArray(data) ? data : data ? [data] : []) as AnyResource[]
}

function keyOf({ type, id }: Identifier): string {
  return `${type} ${id}`
}
