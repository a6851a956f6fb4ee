import { type AsyncComponentLoader, type Component, defineAsyncComponent } from 'vue'

const PAUSE_MS = 3_000

/**
 * A component that comes when it is needed, and is waited for when there is no connection.
 *
 * Without this a failed download is an error of the whole application.
 */
export function lazily<C extends Component>(loader: AsyncComponentLoader<C>) {
  return defineAsyncComponent<C>({
    loader,
    onError: (_error, retry) => void setTimeout(retry, PAUSE_MS),
  })
}
