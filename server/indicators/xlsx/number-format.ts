/** What a cell's number format makes of its number. Dates as exactly as they are shown: "nov-23" is a month. */
export type NumberFormat = 'number' | 'percent' | 'year' | 'month' | 'date' | 'time'

/** ECMA-376 part 1, 18.8.30; the ranges from 27 are those of East Asian dates. */
function builtIn(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percent'
  if (id === 17) return 'month'
  if (id === 22) return 'time'
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
  return (id >= 14 && id <= 16) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number'
}

/** Quoted text, escaped and padding characters, colours and conditions: what stands there is no placeholder. */
const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!h+]|m+]|s+])[^\]]*]/gi

function custom(code: string): NumberFormat {
  const [first = ''] = code.replace(LITERAL, '').split(';')
  const format = first.toLowerCase()
  if (format.includes('%')) return 'percent'
  if (/general|[0#?]/.test(format)) return 'number'
  if (/[hs]/.test(format)) return 'time'
  if (format.includes('d')) return 'date'
  if (format.includes('m')) return 'month'
  return /[yå]/.test(format) ? 'year' : 'number'
}

export const numberFormat = (id: number, code: string | undefined): NumberFormat =>
  code === undefined ? builtIn(id) : custom(code)
