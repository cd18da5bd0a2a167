/** Widths of IBM Plex Sans in parts of its size, on the safe side: a drawing is laid out where no font can be asked. */
const NARROW = /[iljtfrI.,:;'|!()[\]\s\u00a0]/
const WIDE = /[mwMWÅÄÖ@%–]/
const CAPITAL = /[A-ZÉ]/

const widthOf = (sign: string): number =>
  NARROW.test(sign) ? 0.36 : WIDE.test(sign) ? 0.86 : CAPITAL.test(sign) ? 0.68 : 0.6

/** How wide a line of text is at most, in the unit of its size. */
export const lineWidth = (text: string, size: number): number =>
  [...text].reduce((width, sign) => width + widthOf(sign) * size, 0)

/** The text in lines that are no wider than that; only a single word may be. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word
    if (lines.length && lineWidth(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
