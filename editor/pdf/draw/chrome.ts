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
  /** The organisation's own, below the foot. */
  below: ChromeLine[]
}

/** Distance of the running lines' baselines from the top of a page of that height, and of the rules beside them. */
export const chromePlace = (height: number) => ({
  head: 44,
  headRule: 56,
  foot: height - 41,
  footRule: height - 53,
  below: height - 28,
  fontSize: 8,
})

/**
 * What stands at the head and foot of a page; nothing on a cover, no head above a head.
 * @param number page number, from 1
 * @param total null while it is not known
 */
export function chromeOf(resolved: ResolvedReport, number: number, total: number | null): Chrome | null {
  if (number === 1 && hasCover(resolved)) return null
  const { organisation, board, report } = resolved
  const { profile } = organisation
  // On the back of a sheet the outer edge is the left one.
  const isBack = profile?.pageFormat === 'A4-duplex' && number % 2 === 0
  const other = { left: 'right', right: 'left', center: 'center' } as const
  const outward = (lines: ChromeLine[]) => (isBack ? lines.map(one => ({ ...one, align: other[one.align] })) : lines)
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
    foot: outward([line(report.title, 'left'), line(sv.pageOf(number, total), 'right')]),
    below: profile?.foot ? outward([line(profile.foot, 'left')]) : [],
  }
}
