type Politeness = 'polite' | 'assertive'

const PAUSE_MS = 100
const regions = new Map<Politeness, HTMLElement>()

/** Tell those who cannot see the screen what has changed on it. */
export function announce(text: string, politeness: Politeness = 'polite'): void {
  const region = regionOf(politeness)
  region.textContent = ''
  // The same words twice are only read again when the region was empty in between.
  setTimeout(() => (region.textContent = text), PAUSE_MS)
}

function regionOf(politeness: Politeness): HTMLElement {
  const known = regions.get(politeness)
  if (known?.isConnected) return known
  const region = document.createElement('div')
  region.className = 'sr-only'
  region.setAttribute('aria-live', politeness)
  document.body.append(region)
  regions.set(politeness, region)
  return region
}
