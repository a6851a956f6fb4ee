/** What a browser calls itself, in two words; it is a hint to recognise a device, no more. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  // Each names those it descends from: the most special one first.
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

export interface Device {
  browser: string | undefined
  system: string | undefined
  isPhone: boolean
}

export function recognise(userAgent: string): Device {
  const system = nameIn(SYSTEMS, userAgent)
  return {
    browser: nameIn(BROWSERS, userAgent),
    system,
    isPhone: ['iPhone', 'iPad', 'Android'].includes(system ?? ''),
  }
}

function nameIn(known: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return known.find(([pattern]) => pattern.test(text))?.[1]
}
