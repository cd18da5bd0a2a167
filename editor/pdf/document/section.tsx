import type { ReactNode } from 'react'
import type { ResolvedSection } from '../../core/resolved-report.ts'
import { Text } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import { sv } from '../sv.ts'
import { textBlock } from '../text/text-block.tsx'
import { typeset } from '../text/typeset.ts'
import { color, headingStyle, KEEP } from '../theme.ts'
import { headingRoles, sectionRole } from './heading-roles.ts'

export const sectionAnchor = (id: string): string => `avsnitt-${id}`

/** "3.1.2 Organisation och ansvar" */
export const headingText = (section: Pick<ResolvedSection, 'number' | 'heading'>): string =>
  typeset(`${section.number} ${section.heading}`).trim()

const small = { fontSize: 8.5, lineHeight: 1.35, color: color.muted, marginBottom: 6 }

/** Heading, law references and text of one section. They stand side by side on the page, so that it can break anywhere. */
export function pdfSection(section: ResolvedSection, { parent, depth }: SectionPlace, outer: PdfContext): ReactNode {
  const context = { ...outer, headingRole: headingRoles(depth) }
  const anchor = sectionAnchor(section.id)
  const style = headingStyle[section.level]
  return [
    <Text
      key={`${section.id}-heading`}
      id={anchor}
      struct={{ role: sectionRole(depth), id: `${anchor}-rubrik`, opens: { id: anchor, parent } }}
      wrap={false}
      minPresenceAhead={KEEP}
      style={style}
    >
      {headingText(section)}
    </Text>,
    section.lawReferences.length > 0
      ? textBlock('P', typeset(sv.lawReferences(section.lawReferences)), context, {
          style: small,
          minPresenceAhead: KEEP,
        })
      : null,
    section.notApplicableReason === null
      ? context.blocks(section.content.content, context)
      : textBlock(
          'P',
          [
            <Text key="label" style={{ fontWeight: 600, lineHeight: context.size.lineHeight }}>
              {sv.notApplicable}
            </Text>,
            ` ${typeset(section.notApplicableReason)}`,
          ],
          context,
          { style: { marginBottom: context.size.after } },
        ),
  ]
}

export interface SectionPlace {
  /** Anchor of the section that holds it. */
  parent: string | null
  /** 1 where none does. A level that skips one is no deeper for it. */
  depth: number
}

/** For each section the section that holds it: the last one before it on a higher level. */
export function sectionPlaces(sections: ResolvedSection[]): SectionPlace[] {
  const open: ResolvedSection[] = []
  return sections.map(section => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= section.level) open.pop()
    const parent = open.at(-1)
    open.push(section)
    return { parent: parent ? sectionAnchor(parent.id) : null, depth: open.length }
  })
}
