import type { ReactElement } from 'react'
import { coverFacts } from '../../core/cover-facts.ts'
import type { ResolvedReport } from '../../core/resolved-report.ts'
import { Text, View } from '../elements.ts'
import { typeset } from '../text/typeset.ts'
import { color } from '../theme.ts'
import { draftMark } from './draft-mark.tsx'
import { organisationLogo } from './organisation-logo.tsx'

const p = (id: string) => ({ role: 'P', id: `omslag-${id}` }) as const

/** The first page: whose report it is, what it is called and how it is registered. */
export function cover(resolved: ResolvedReport): ReactElement {
  return (
    <View struct={{ role: 'Sect', id: 'omslag' }} style={{ flexGrow: 1 }}>
      {organisationLogo(resolved, 'omslag')}
      <View style={{ borderTopWidth: 5, borderTopColor: color.accent, width: 92, marginBottom: 22 }} />
      <Text struct={p('organisation')} style={{ fontSize: 15, lineHeight: 1.3, fontWeight: 600, color: color.ink }}>
        {typeset(resolved.organisation.name)}
      </Text>
      <Text struct={p('namnd')} style={{ fontSize: 12, lineHeight: 1.4, color: color.muted }}>
        {typeset(resolved.board.name)}
      </Text>
      <View style={{ flexGrow: 0.8 }} />
      <Text
        struct={p('titel')}
        style={{ fontSize: 34, lineHeight: 1.15, fontWeight: 600, color: color.accent, marginBottom: 26 }}
      >
        {typeset(resolved.report.title)}
      </Text>
      {resolved.report.status === 'draft' ? draftMark('omslag') : null}
      <View style={{ borderTopWidth: 0.75, borderTopColor: color.rule }}>
        {coverFacts(resolved).map(({ label, text }) => (
          <View
            key={label}
            struct={{ role: 'Div', id: `omslag-${label}` }}
            style={{ flexDirection: 'row', borderBottomWidth: 0.75, borderBottomColor: color.rule, paddingVertical: 6 }}
          >
            <Text struct={p(`${label}-namn`)} style={{ fontSize: 10, lineHeight: 1.4, width: 130, color: color.muted }}>
              {label}
            </Text>
            <Text struct={p(`${label}-varde`)} style={{ fontSize: 10, lineHeight: 1.4, flex: 1 }}>
              {typeset(text)}
            </Text>
          </View>
        ))}
      </View>
      <View style={{ flexGrow: 1 }} />
    </View>
  )
}
