/** Signs that another one shows without changing what is said: the font lacks them, or we need the sign ourselves. */
const SAME_SIGN: Record<string, string> = { '\u2010': '-', '\u2717': '\u00d7', '\u2718': '\u00d7', '\u2714': '\u2713' }

/**
 * Text as it is drawn: composed (NFC), without invisible signs that would be drawn or copied as something else
 * (soft hyphens, zero-width signs, byte-order marks), and with runs of ordinary spaces as one, because the layout
 * takes two for a place where a word may be hyphenated.
 */
export function typeset(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/g, ligature => ligature.normalize('NFKD'))
    .replace(/[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]|[\ufe0e\ufe0f]/g, '')
    .replace(/[\u2010\u2714\u2717\u2718]/g, sign => SAME_SIGN[sign] ?? sign)
    .replace(/[\t\r\n ]+/g, ' ')
}
