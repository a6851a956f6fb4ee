/** Colours of the club that stay readable, whatever the club chose (WCAG 2.2, 1.4.3). */

export interface ClubColors {
  accent: string
  onAccent: string
  accentSoft: string
  second: string
}

type Theme = 'light' | 'dark'
type Rgb = readonly [number, number, number]

const TEXT_CONTRAST = 4.5
/** What text stands on, and the palest text there is: as in main.css. */
const GROUNDS = { light: ['#faf8f4', '#ffffff', '#f1ede5'], dark: ['#171614', '#201f1c', '#100f0e'] } as const
const MUTED = { light: '#5d574d', dark: '#b3ab9e' } as const
const SOFT = { light: 0.1, dark: 0.18 } as const
const STEP = 0.02

/** Compute what one theme needs; colours are `#rrggbb`. */
export function clubColors(primary: string, second: string, theme: Theme): ClubColors {
  const accentSoft = softOf(readable(primary, GROUNDS[theme]), theme)
  const grounds = [...GROUNDS[theme], accentSoft]
  const accent = readable(primary, grounds)
  return {
    accent,
    onAccent: contrast(accent, '#ffffff') >= TEXT_CONTRAST ? '#ffffff' : '#14120f',
    accentSoft,
    second: readable(second, grounds),
  }
}

/** Darken or lighten a colour, in its own hue, just enough to be read on these backgrounds. */
export function readable(color: string, grounds: readonly string[]): string {
  const isDark = luminance(grounds[0] ?? '#ffffff') < 0.18
  const [hue, saturation, lightness] = toHsl(color)
  for (let moved = 0; moved <= 1; moved += STEP) {
    const next = isDark ? lightness + moved : lightness - moved
    const candidate = moved === 0 ? color : fromHsl(hue, saturation, Math.min(1, Math.max(0, next)))
    if (grounds.every((ground) => contrast(candidate, ground) >= TEXT_CONTRAST)) return candidate
  }
  return isDark ? '#ffffff' : '#000000'
}

/** The contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** A background in the colour of the club, on which the palest text can still be read. */
function softOf(accent: string, theme: Theme): string {
  for (let share: number = SOFT[theme]; share > 0; share -= STEP) {
    const soft = mix(accent, GROUNDS[theme][0], share)
    if (contrast(MUTED[theme], soft) >= TEXT_CONTRAST) return soft
  }
  return GROUNDS[theme][0]
}

function mix(color: string, base: string, share: number): string {
  const [from, to] = [parse(base), parse(color)]
  return write(from.map((channel, index) => channel + ((to[index] ?? 0) - channel) * share))
}

function luminance(color: string): number {
  const [red, green, blue] = parse(color).map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function toHsl(color: string): [hue: number, saturation: number, lightness: number] {
  const [red, green, blue] = parse(color).map((channel) => channel / 255) as [number, number, number]
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  const lightness = most - range / 2
  if (range === 0) return [0, 0, lightness]
  const saturation = range / (1 - Math.abs(2 * lightness - 1))
  if (most === red) return [((green - blue) / range + 6) % 6, saturation, lightness]
  if (most === green) return [(blue - red) / range + 2, saturation, lightness]
  return [(red - green) / range + 4, saturation, lightness]
}

/** The hue in sixths of the circle. */
function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  return write(
    [0, 8, 4].map((shift) => {
      const place = (shift + 2 * hue) % 12
      return 255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)))
    }),
  )
}

function parse(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function write(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}
