import { expect, test } from 'vitest'
import { ariaShortcut, shortcutText } from './shortcut.ts'

test('as the keyboard has them', () => {
  expect(shortcutText('Mod-Shift-8', false)).toBe('Ctrl + Skift + 8')
  expect(shortcutText('Mod-Shift-8', true)).toBe('⌘⇧8')
  expect(shortcutText('Mod-b', false)).toBe('Ctrl + B')
  expect(ariaShortcut('Mod-Alt-f', false)).toBe('Control+Alt+F')
})
