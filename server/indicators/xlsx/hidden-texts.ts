import type { HiddenText } from '../table/table.ts'
import type { ZipEntry } from '../zip/directory.ts'
import { expand } from '../zip/expand.ts'
import { XmlReader } from './parse-xml.ts'
import { LIMITS } from './workbook.ts'

const PARTS = /^xl\/(?:workbook\.xml$|pivotCache|threadedComments|persons|comments|drawings|charts|externalLinks)/
/** A pivot table's memory has each value as an attribute. */
const CACHE = /^xl\/pivotCache\//
/** A number of a field in another part: no value. */
const POINTER = 'x'

/** A number as its digits, "1.96408233234E11" too. */
const plainNumber = (value: string): string => (/e/i.test(value) ? String(Number(value)) : value.replace(/\.0+$/, ''))

/** Follows in which column of a pivot table's memory a value stands. */
class CacheColumn {
  #field = -1
  #inRecord = -1

  /** The column of the value that opens; null where it is no value. */
  open(name: string): number | null {
    if (name === 'cacheField') this.#field += 1
    if (name === 'r') this.#inRecord = -1
    if (!/^[snbdemx]$/.test(name)) return null
    if (this.#field >= 0) return this.#field
    this.#inRecord += 1
    return this.#inRecord
  }
}

/** Texts of the parts of a workbook that no sheet shows, a batch of them at a time: also names for constants. */
export async function* readHiddenTexts(file: Uint8Array, entries: Map<string, ZipEntry>): AsyncGenerator<HiddenText> {
  for (const [name, entry] of entries) {
    if (!PARTS.test(name) || !name.endsWith('.xml')) continue
    let texts: HiddenText[] = []
    const cache = CACHE.test(name) ? new CacheColumn() : null
    const reader = new XmlReader({
      open: (tag, { v }) => {
        const column = cache?.open(tag) ?? null
        if (column === null || v === undefined || tag === POINTER) return
        texts.push({ text: tag === 'n' ? plainNumber(v) : v, column: `${name}|${column}` })
      },
      // A name for a constant is ="text".
      text: text => texts.push({ text: text.replace(/^="?|"$/g, ''), column: name }),
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
