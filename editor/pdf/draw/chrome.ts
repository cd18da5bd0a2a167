import { hasCover, type ResolvedReport } from '../../core/resolved-report.ts'
import { sv } from '../sv.ts'
import { typeset } from '../text/typeset.ts'
import { color } from '../theme.ts'

export interface ChromeLine {
  text: string
  align: 'left' | 'right' | 'center'
  color: string
}

export interface Chrome {
  head: ChromeLine[]
  foot: ChromeLine[]
}

/** Distance of the running lines' baselines from the top of a page of that height, and of the rules beside them. */
export const chromePlace = (height: number) => ({
  head: 44,
  headRule: 56,
  foot: height - 41,
  footRule: height - 53,
  fontSize: 8,
})

/** What stands at the head and foot of a page; nothing on a cover, no head above a head. @param number page number, from 1 */
export function chromeOf(resolved: ResolvedReport, number: number, total: number): Chrome | null {
  if (number === 1 && hasCover(resolved)) return null
  const { organisation, board, report } = resolved
  const line = (text: string, align: ChromeLine['align'], ink = color.muted): ChromeLine => ({
    text: typeset(text),
    align,
    color: ink,
  })
  return {
    head:
      number === 1
        ? []
        : [
            line(`${organisation.name} · ${board.name}`, 'left'),
            ...(report.status === 'draft' ? [line(sv.draft, 'center', color.draft)] : []),
            line(report.diaryNumber ?? sv.noDiaryNumber, 'right'),
          ],
    foot: [line(report.title, 'left'), line(sv.pageOf(number, total), 'right')],
  }
}
