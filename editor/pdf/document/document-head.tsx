import type { ReactElement } from 'react'
import { coverFacts } from '../../core/cover-facts.ts'
import type { ResolvedReport } from '../../core/resolved-report.ts'
import { Text, View } from '../elements.ts'
import { typeset } from '../text/typeset.ts'
import { color } from '../theme.ts'
import { draftMark } from './draft-mark.tsx'
import { organisationLogo } from './organisation-logo.tsx'
import { ruledFacts } from './ruled-facts.tsx'

const p = (id: string) => ({ role: 'P', id: `huvud-${id}` }) as const
const FACT_WIDTH = '33%'

/** Above the text of a short document: whose it is, what kind, how it is registered, and what it is called. */
export function documentHead(resolved: ResolvedReport): ReactElement {
  const { organisation, board, report } = resolved
  return (
    <View struct={{ role: 'Sect', id: 'huvud' }} style={{ marginTop: -34, marginBottom: 4 }}>
      <View style={{ flexDirection: 'row', alignItems: 'flex-start', marginBottom: 16 }}>
        <View style={{ flex: 1 }}>
          {organisationLogo(resolved, 'huvud')}
          <Text struct={p('organisation')} style={{ fontSize: 13, lineHeight: 1.3, fontWeight: 600, color: color.ink }}>
            {typeset(organisation.name)}
          </Text>
          <Text struct={p('namnd')} style={{ fontSize: 10, lineHeight: 1.4, color: color.muted }}>
            {typeset(board.name)}
          </Text>
        </View>
        <Text struct={p('typ')} style={{ fontSize: 13, lineHeight: 1.3, fontWeight: 600, color: color.accent }}>
          {typeset(report.template.name)}
        </Text>
      </View>
      {ruledFacts(
        'huvud',
        coverFacts(resolved).map(fact => ({ ...fact, width: FACT_WIDTH })),
      )}
      <Text
        struct={p('titel')}
        style={{ fontSize: 20, lineHeight: 1.2, fontWeight: 600, color: color.accent, marginTop: 24, marginBottom: 10 }}
      >
        {typeset(report.title)}
      </Text>
      {report.status === 'draft' ? draftMark('huvud') : null}
    </View>
  )
}
