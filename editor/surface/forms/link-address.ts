const SCHEME = /^(?:https?|mailto|tel):/i
const MAIL = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/
const HOST = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[:/?#].*)?$/u

/** What somebody typed as an address, as a link that works; null where it is none. "kommun.se" → "https://kommun.se" */
export function linkAddress(typed: string): string | null {
  const text = typed.trim()
  if (/\s/.test(text)) return null
  if (MAIL.test(text)) return `mailto:${text}`
  if (HOST.test(text)) return `https://${text}`
  if (!SCHEME.test(text)) return null
  return URL.canParse(text) ? text : null
}
