import { originName } from '#editor/core/figure-words.ts'
import { sourceName } from '#editor/core/source-name.ts'
import type { ImportRecord } from '#server/indicators/list-imports.ts'
import { sv } from '../sv.ts'

export const nameOfSource = ({ ownSourceName, source }: Pick<ImportRecord, 'ownSourceName' | 'source'>): string =>
  ownSourceName ?? sourceName(source)

/** "filen senior-alert.csv", "inklistrat", "ångrade filen senior-alert.csv". */
export function howItCame({ method, fileName }: Pick<ImportRecord, 'method' | 'fileName'>): string {
  if (method === 'undo') return sv.history.undid(fileName)
  return originName(method === 'file' ? { fileName } : { method, fileName })
}
