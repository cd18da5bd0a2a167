import type { Expected } from './fill-file.ts'

interface Headed {
  id: string
  number: string
  heading: string
}

/** Without the spaces and soft hyphens that lines and columns put in. */
const words = (text: string): string => text.replaceAll(/[\s\u00a0\u00ad]+/g, '')

/**
 * What an output lacks of what its source says: each text stands in its section, and rows follow each other as they
 * do in the source.
 * @param output its whole text; contents before the sections may name their headings
 */
export function missingTexts(output: string, sections: readonly Headed[], expected: readonly Expected[]): string[] {
  const printed = words(output)
  const starts = sections.map(({ number, heading }) => printed.lastIndexOf(words(`${number} ${heading}`)))
  return sections.flatMap(({ id, number, heading }, index) => {
    const start = starts[index] ?? -1
    const rows = expected.filter(one => one.sectionId === id)
    if (!rows.length) return []
    if (start === -1) return [`${number} ${heading}`]
    const text = printed.slice(start, starts[index + 1] ?? printed.length)
    let place = 0
    return rows.flatMap(({ texts }) => {
      const [first = ''] = texts
      const here = text.indexOf(words(first), place)
      if (here !== -1) place = here + 1
      const lost = [...(here === -1 ? [first] : []), ...texts.filter(one => !text.includes(words(one)))]
      return lost.map(one => `${number} ${heading}: ${one}`)
    })
  })
}
