// Measures how long list screens of coaches need for 500 rows, from the answer to the painted page.
//   KWAI_DEMO_PASSWORD=... npm run measure:lists -- http://127.0.0.1:8000
// The answers are made here: a club of that size need not exist.
import { chromium } from 'playwright-core'

const base = process.argv[2] ?? 'http://127.0.0.1:8000'
const ROWS = 500
const MOST_MS = 100
const TYPE = 'application/vnd.api+json'

const browser = await chromium.launch({
  executablePath: process.env.KWAI_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
await page.goto(`${base}/auth/login`)
await page.getByLabel(/mail/i).fill(process.env.KWAI_DEMO_USER ?? 'coach@kwai.example')
await page.locator('input[type=password]').fill(process.env.KWAI_DEMO_PASSWORD ?? '')
await page.locator('form button[type=submit]').click()
await page.waitForURL((url) => !url.pathname.startsWith('/auth/login'))

// One answer with everything: what is measured is the screen, not the way of its rows.
await page.addInitScript(() => {
  const read = Response.prototype.json
  Response.prototype.json = function json() {
    if (this.headers.get('x-rows')) window.arrivedAt = performance.now()
    return read.call(this)
  }
  const text = Response.prototype.text
  Response.prototype.text = function () {
    if (this.headers.get('x-rows')) window.arrivedAt = performance.now()
    return text.call(this)
  }
})

const trainings = (start) =>
  Array.from({ length: ROWS }, (_, n) => {
    const from = new Date(Date.parse(start) + (n % 7) * 86_400_000 + (9 + (n % 12)) * 3_600_000)
    return {
      type: 'trainings',
      id: String(n + 1),
      attributes: {
        contents: [{ locale: 'nl', format: 'md', title: `Training ${n}`, summary: '', content: '', html_summary: '', html_content: '' }],
        event: { start_date: from.toISOString(), end_date: new Date(from.getTime() + 3_600_000).toISOString(), location: `Dojo ${n}`, active: true, cancelled: false, cancel_reason: '' },
        occurrence_date: null,
        remark: '',
      },
      relationships: { coaches: { data: [] }, teams: { data: [] }, definition: { data: null }, season: { data: null } },
      meta: { version: 1 },
    }
  })
const definitions = () =>
  Array.from({ length: ROWS }, (_, n) => ({
    type: 'training_definitions',
    id: String(n + 1),
    attributes: { name: `Slot ${n}`, description: '', weekday: (n % 7) + 1, start_time: '18:00', end_time: '19:30', timezone: 'Europe/Brussels', location: `Dojo ${n}`, active: true, remark: '', exception_dates: [] },
    relationships: { coaches: { data: [] }, team: { data: null }, season: { data: null } },
    meta: { version: 1 },
  }))
const closures = () =>
  Array.from({ length: ROWS }, (_, n) => ({
    type: 'closures',
    id: String(n + 1),
    attributes: { name: `Closure ${n}`, start_date: '2090-01-01', end_date: '2090-01-07', location: null },
    meta: { version: 1 },
  }))

const SCREENS = [
  ['/coach?week=2030-01-07', /\/api\/v1\/trainings\?/, () => trainings('2030-01-07T00:00:00Z')],
  ['/coach?view=month&week=2030-01-07', /\/api\/v1\/trainings\?/, () => trainings('2030-01-07T00:00:00Z')],
  ['/coach/definitions', /\/api\/v1\/training_definitions\?/, definitions],
  ['/coach/closures', /\/api\/v1\/closures\?/, closures],
]

// Rows are there, and the browser has painted them and listens again.
async function untilUsable() {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
  for (let tries = 0; tries < 200; tries += 1) {
    await frame()
    if (window.arrivedAt && document.querySelectorAll('main li, main tbody tr').length > 5) break
  }
  await frame()
  return performance.now() - window.arrivedAt
}

for (const [path, pattern, rows] of SCREENS) {
  const data = rows()
  const body = JSON.stringify({ jsonapi: { version: '1.1' }, data, included: [], meta: { count: ROWS, offset: 0, limit: ROWS }, links: { self: base } })
  const answer = (route) => route.fulfill({ body, contentType: TYPE, headers: { 'x-rows': '1' } })
  await page.route(pattern, answer)
  const took = []
  for (let round = 0; round < 5; round += 1) {
    await page.goto(base + path)
    took.push(await page.evaluate(untilUsable))
  }
  await page.unroute(pattern, answer)
  const median = Math.round(took.sort((one, other) => one - other)[2] ?? 0)
  console.log(`${median <= MOST_MS ? 'ok  ' : 'MISS'} ${path}: ${ROWS} rows usable after ${median} ms (<= ${MOST_MS}); ${took.map(Math.round).join(' ')}`)
}
await browser.close()
