/** Colours of the club that stay readable, whatever the club chose (WCAG 2.2, 1.4.3). */

export interface ClubColors {
  accent: string
  onAccent: string
  accentSoft: string
  second: string
}

type Rgb = readonly [number, number, number]

const TEXT_CONTRAST = 4.5
const PAPER = { light: '#faf8f4', dark: '#171614' } as const
const SOFT = { light: 0.1, dark: 0.2 } as const

/** Compute what one theme needs; colours are `#rrggbb`. */
export function clubColors(
  primary: string,
  second: string,
  theme: 'light' | 'dark',
): ClubColors {
  const paper = PAPER[theme]
  const accent = readable(primary, paper)
  return {
    accent,
    onAccent: contrast(accent, '#ffffff') >= TEXT_CONTRAST ? '#ffffff' : '#14120f',
    accentSoft: mix(accent, paper, SOFT[theme]),
    second: readable(second, paper),
  }
}

/** Darken or lighten a colour just enough to be read on a background. */
export function readable(color: string, background: string): string {
  const target = luminance(background) > 0.18 ? '#000000' : '#ffffff'
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(target, color, share)
    if (contrast(candidate, background) >= TEXT_CONTRAST + 0.4) return candidate
  }
  return target
}

/** The contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function mix(color: string, base: string, share: number): string {
  const [from, to] = [parse(base), parse(color)]
  const channels = from.map((channel, index) => channel + ((to[index] ?? 0) - channel) * share)
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

function luminance(color: string): number {
  const [red, green, blue] = parse(color).map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function parse(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}
