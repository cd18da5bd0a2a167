const RAISED: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '\u2212': '⁻',
  n: 'ⁿ',
}
const LOWERED: Record<string, string> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  '\u2212': '₋',
}

/**
 * Raised or lowered text by signs of its own, which a report has no form for: "10" and a raised "2" must not become 102.
 * Null where there are no such signs for it.
 */
export function raisedText(text: string, tag: 'sup' | 'sub'): string | null {
  const signs = tag === 'sup' ? RAISED : LOWERED
  const made = [...text].map(sign => signs[sign] ?? (sign.trim() === '' ? sign : null))
  return made.includes(null) ? null : made.join('')
}
