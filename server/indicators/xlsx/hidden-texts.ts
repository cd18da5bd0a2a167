import type { ZipEntry } from '../zip/directory.ts'
import { expand } from '../zip/expand.ts'
import { XmlReader } from './parse-xml.ts'
import { LIMITS } from './workbook.ts'

const PARTS = /^xl\/(?:pivotCache|threadedComments|persons|comments)/
/** A pivot table's memory has each value as an attribute. */
const CACHE = /^xl\/pivotCache\//

/** Texts of the parts of a workbook that no sheet shows, a batch of them at a time. */
export async function* readHiddenTexts(file: Uint8Array, entries: Map<string, ZipEntry>): AsyncGenerator<string> {
  for (const [name, entry] of entries) {
    if (!PARTS.test(name) || !name.endsWith('.xml')) continue
    let texts: string[] = []
    const reader = new XmlReader({
      open: (_, { v }) => {
        if (v !== undefined && CACHE.test(name)) texts.push(v)
      },
      text: text => texts.push(text),
    })
    for await (const chunk of expand(file, entry, LIMITS.sheet)) {
      reader.write(chunk)
      yield* texts
      texts = []
    }
    reader.end()
    yield* texts
  }
}
