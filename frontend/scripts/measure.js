// Measures the first page of a running kwai as a visitor with a slow phone gets it: three times, the
// middle one counts.
//   npm run measure -- http://127.0.0.1:8000
import { chromium } from 'playwright-core'

const base = process.argv[2] ?? 'http://127.0.0.1:8000'
const MOST_SCRIPT = 120_000
const LATEST_PAINT_MS = 2500
const VISITS = 3
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
const visits = []
for (let visit = 0; visit < VISITS; visit += 1) visits.push(await measure())
await browser.close()
const { paint, requests, bytes } = visits.sort((one, other) => one.paint - other.paint)[1]
const script = bytes.Script ?? 0

const mark = (isReached) => (isReached ? 'ok  ' : 'MISS')
console.log(`${mark(script <= MOST_SCRIPT)} scripts, compressed: ${script} bytes (<= ${MOST_SCRIPT})`)
console.log(`${mark(paint <= LATEST_PAINT_MS)} largest paint: ${paint} ms (<= ${LATEST_PAINT_MS})`)
console.log(`     of ${visits.map((each) => each.paint).join(', ')} ms`)
console.log(`     requests: ${requests}; bytes by kind: ${JSON.stringify(bytes)}`)

/** Each visit is the first one: with an empty cache. */
async function measure() {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const kinds = new Map()
  const bytes = {}
  let requests = 0
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    requests += 1
    const kind = kinds.get(requestId)
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
  })
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.latestPaint = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  await page.goto(`${base}/`)
  await page.locator('main h1').waitFor()
  await page.waitForLoadState('networkidle')
  const paint = Math.round(await page.evaluate(() => window.latestPaint))
  await context.close()
  return { paint, requests, bytes }
}
