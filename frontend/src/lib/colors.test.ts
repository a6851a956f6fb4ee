import { describe, expect, it } from 'vitest'

import { clubColors, contrast, readable } from './colors'

const CHOICES = ['#ffff00', '#ffffff', '#000000', '#ff0000', '#00ff88', '#7f7f7f', '#0b1f4b', '#0044ff', '#7a0019']

describe('club colours', () => {
  it.each(CHOICES)('%s is readable wherever it stands, in both themes', (color) => {
    for (const [theme, muted, ...grounds] of [
      ['light', '#5d574d', '#faf8f4', '#ffffff', '#f1ede5'],
      ['dark', '#b3ab9e', '#171614', '#201f1c', '#100f0e'],
    ] as const) {
      const colors = clubColors(color, color, theme)

      for (const ground of [...grounds, colors.accentSoft]) {
        expect(contrast(colors.accent, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(colors.second, ground)).toBeGreaterThanOrEqual(4.5)
      }
      expect(contrast(muted, colors.accentSoft)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colors.onAccent, colors.accent)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('leaves a colour alone that is readable', () => {
    expect(readable('#0b1f4b', ['#ffffff'])).toBe('#0b1f4b')
  })

  it('keeps the hue of a colour that is too dark', () => {
    const [red, green, blue] = [1, 3, 5].map((at) =>
      Number.parseInt(readable('#0b1f4b', ['#171614']).slice(at, at + 2), 16),
    ) as [number, number, number]

    expect(blue).toBeGreaterThan(green)
    expect(green).toBeGreaterThan(red)
    expect(blue - red).toBeGreaterThan(80)
  })

  it('knows the extremes of the contrast ratio', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#123456', '#123456')).toBe(1)
  })
})
