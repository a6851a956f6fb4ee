/** What the tabs of one browser tell each other, and how only one of them does something. */

export type TabMessage =
  | { kind: 'token'; token: string }
  | { kind: 'logout' }
  | { kind: 'ended' }

const CHANNEL = 'kwai-session'
const LOCK = 'kwai-refresh'
const LEASE = 'kwai.refreshing'
const LEASE_MS = 5_000
const POLL_MS = 100

let channel: BroadcastChannel | undefined

/** Hear the other tabs; a tab does not hear itself. */
export function listen(hear: (message: TabMessage) => void): () => void {
  const own = open()
  if (!own) return () => undefined
  const receive = (event: MessageEvent<TabMessage>) => hear(event.data)
  own.addEventListener('message', receive)
  return () => own.removeEventListener('message', receive)
}

export function tell(message: TabMessage): void {
  open()?.postMessage(message)
}

/** Run alone among all tabs; `waited` tells that another one ran before. */
export async function alone<T>(run: (waited: boolean) => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks
  if (!locks) return aloneByLease(run)
  const result = await locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock ? { done: await run(false) } : null,
  )
  // The types of the DOM do not unwrap what the callback promises.
  if (result) return (result as { done: T }).done
  return (await locks.request(LOCK, () => run(true))) as T
}

// Web Locks need https or localhost. A lease in localStorage is not exact, but the server forgives
// two refreshes within ten seconds.
async function aloneByLease<T>(run: (waited: boolean) => Promise<T>): Promise<T> {
  let waited = false
  while (Number(read()) > Date.now()) {
    waited = true
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  write(String(Date.now() + LEASE_MS))
  try {
    return await run(waited)
  } finally {
    write('0')
  }
}

function open(): BroadcastChannel | undefined {
  if (!channel && typeof BroadcastChannel !== 'undefined') channel = new BroadcastChannel(CHANNEL)
  return channel
}

function read(): string {
  try {
    return localStorage.getItem(LEASE) ?? '0'
  } catch {
    return '0'
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(LEASE, value)
  } catch {
    // Storage is forbidden in some private windows; then every tab refreshes for itself.
  }
}
