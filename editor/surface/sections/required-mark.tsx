import type { SectionStructure } from '../../core/report-page.ts'
import { sv } from './sv.ts'

const SIGNS = { yes: '*', conditional: '(*)', no: null }

export function RequiredMark({ required }: Pick<SectionStructure, 'required'>) {
  const sign = SIGNS[required]
  if (!sign) return null
  return (
    <span title={sv.required[required]} className="font-normal text-bad">
      <span aria-hidden>{sign}</span>
      <span className="sr-only">, {sv.required[required]}</span>
    </span>
  )
}
