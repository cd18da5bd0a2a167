const KEYS: Record<string, string> = { Mod: 'Ctrl', Shift: 'Skift', Alt: 'Alt' }
const MAC_KEYS: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }

/** ProseMirror's notation as it stands on the keyboard: "Mod-Shift-8" → "Ctrl + Skift + 8", "⌘⇧8". */
export function shortcutText(shortcut: string, mac: boolean): string {
  const parts = shortcut.split('-').map(part => (mac ? MAC_KEYS : KEYS)[part] ?? part.toUpperCase())
  return parts.join(mac ? '' : ' + ')
}

export const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

/** For `aria-keyshortcuts`: "Control+Shift+8". */
export const ariaShortcut = (shortcut: string, mac: boolean): string =>
  shortcut
    .split('-')
    .map(part => (part === 'Mod' ? (mac ? 'Meta' : 'Control') : part.length === 1 ? part.toUpperCase() : part))
    .join('+')
