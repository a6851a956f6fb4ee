import { describe, expect, it } from 'vitest'

import { clubColors, contrast, readable } from './colors'

const CHOICES = ['#ffff00', '#ffffff', '#000000', '#ff0000', '#00ff88', '#7f7f7f', '#0b1f4b']

describe('club colours', () => {
  it.each(CHOICES)('%s is readable as text and below text in both themes', (color) => {
    for (const [theme, paper] of [
      ['light', '#faf8f4'],
      ['dark', '#171614'],
    ] as const) {
      const colors = clubColors(color, color, theme)

      expect(contrast(colors.accent, paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colors.second, paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colors.onAccent, colors.accent)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colors.accent, colors.accentSoft)).toBeGreaterThanOrEqual(3)
    }
  })

  it('leaves a colour alone that is readable', () => {
    expect(readable('#0b1f4b', '#ffffff')).toBe('#0b1f4b')
  })

  it('knows the extremes of the contrast ratio', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#123456', '#123456')).toBe(1)
  })
})
