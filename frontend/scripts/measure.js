// Measures the first page of a running kwai as a visitor with a slow phone gets it.
//   npm run measure -- http://127.0.0.1:8000
import { chromium } from 'playwright-core'

const base = process.argv[2] ?? 'http://127.0.0.1:8000'
const MOST_SCRIPT = 120_000
const LATEST_PAINT_MS = 2500
// Lighthouse's slow phone: a quarter of this machine, and 1.6 Mbit/s with 150 ms.
const SLOWER = 4
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

const browser = await chromium.launch({
  executablePath: process.env.KWAI_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage({ viewport: { width: 360, height: 780 } })
const devtools = await page.context().newCDPSession(page)
await devtools.send('Network.enable')
await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })

const kinds = new Map()
const bytes = new Map()
let requests = 0
devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
  requests += 1
  const kind = kinds.get(requestId)
  bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength)
})
await page.addInitScript(() => {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.latestPaint = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
})
await page.goto(`${base}/`)
await page.waitForLoadState('networkidle')
const paint = Math.round(await page.evaluate(() => window.latestPaint))
const script = bytes.get('Script') ?? 0
await browser.close()

const mark = (isReached) => (isReached ? 'ok  ' : 'MISS')
console.log(`${mark(script <= MOST_SCRIPT)} scripts, compressed: ${script} bytes (<= ${MOST_SCRIPT})`)
console.log(`${mark(paint <= LATEST_PAINT_MS)} largest paint: ${paint} ms (<= ${LATEST_PAINT_MS})`)
console.log(`     requests: ${requests}; bytes by kind: ${JSON.stringify(Object.fromEntries(bytes))}`)
