import { expand } from '../zip/expand.ts'
import { columnIndex } from './column-index.ts'
import { LIMITS, type SheetPlace, type Workbook } from './workbook.ts'

/** Cells that are one; columns from 0, rows from 1, both ends included. */
export interface MergedRange {
  top: number
  bottom: number
  left: number
  right: number
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g
const MAX_MERGES = 20_000
/** No tag of this kind is longer. */
const OVERLAP = 200

/**
 * The merged cells of a sheet. They stand after its rows, so the sheet is expanded once more for them; only a search,
 * since parsing it all twice would double the time.
 */
export async function readMerges({ file }: Workbook, { entry }: SheetPlace): Promise<MergedRange[]> {
  const merges: MergedRange[] = []
  let rest = ''
  for await (const chunk of expand(file, entry, LIMITS.sheet)) {
    const text = rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
    let end = 0
    if (text.includes('mergeCell'))
      for (const match of text.matchAll(MERGE)) {
        const [whole, left = '', top = '', right = '', bottom = ''] = match
        end = match.index + whole.length
        if (merges.length < MAX_MERGES)
          merges.push({
            top: Number(top),
            bottom: Number(bottom),
            left: columnIndex(left),
            right: columnIndex(right),
          })
      }
    rest = text.slice(Math.max(end, text.length - OVERLAP))
  }
  return merges
}
