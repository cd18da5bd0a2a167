import { NotATableError } from '../errors.ts'

export type Separator = ',' | ';' | '\t'

/**
 * The separator that the header line has most of, outside quotes.
 * @throws NotATableError when it has none
 */
export function detectSeparator(headerLine: string): Separator {
  // Excel's own hint, alone on the first line.
  const hint = /^sep=([,;\t])\s*$/i.exec(headerLine)?.[1]
  if (hint) return hint as Separator
  const unquoted = headerLine.replace(/"[^"]*"/g, '')
  const counts = ([';', '\t', ','] as const).map(separator => ({
    separator,
    count: unquoted.split(separator).length - 1,
  }))
  const most = counts.reduce((a, b) => (b.count > a.count ? b : a))
  if (most.count === 0) throw new NotATableError('one-column')
  return most.separator
}
