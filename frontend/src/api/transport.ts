/** One attempt at a request: it ends in time, and says why it could not be made. */
import { ApiError, readRefusal } from './errors'

export const PATIENCE_MS = 20_000

export interface Attempt {
  signal?: AbortSignal | null | undefined
  patience?: number
}

/** Every refusal and every failure of the network is an ApiError. */
export async function send(request: Request, attempt: Attempt = {}): Promise<Response> {
  const response = await attemptTo(request, attempt)
  if (response.ok) return response
  throw await readRefusal(response)
}

async function attemptTo(request: Request, attempt: Attempt): Promise<Response> {
  const stop = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    stop.abort()
  }, attempt.patience ?? PATIENCE_MS)
  const cancel = () => stop.abort()
  request.signal.addEventListener('abort', cancel)
  attempt.signal?.addEventListener('abort', cancel)
  try {
    if (request.signal.aborted || attempt.signal?.aborted) throw new ApiError('cancelled')
    return await fetch(request, { signal: stop.signal })
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError(late ? 'timeout' : stop.signal.aborted ? 'cancelled' : 'offline')
  } finally {
    clearTimeout(timer)
    request.signal.removeEventListener('abort', cancel)
    attempt.signal?.removeEventListener('abort', cancel)
  }
}
