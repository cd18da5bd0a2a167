/** One line per break: "2023-04: ny enkät". */
export const breaksText = (breaks: { period: string; note: string }[]): string =>
  breaks.map(({ period, note }) => `${period}: ${note}`).join('\n')

/** What such lines say; a line without a colon has no note, which the server refuses. */
export const readBreaks = (text: string): { period: string; note: string }[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const [, period = line, note = ''] = /^([^:]*):(.*)$/.exec(line) ?? []
      return { period: period.trim(), note: note.trim() }
    })
