import type { ReactElement } from 'react'
import { Text, View } from '../elements.ts'
import { sv } from '../sv.ts'
import { color } from '../theme.ts'

/** Says that the report is not settled, and what that means. @param place what its elements are named after */
export const draftMark = (place: string): ReactElement => (
  <View style={{ marginBottom: 24 }}>
    <Text
      struct={{ role: 'P', id: `${place}-utkast` }}
      style={{ fontSize: 13, lineHeight: 1.3, fontWeight: 700, color: color.draft }}
    >
      {sv.draft}
    </Text>
    <Text
      struct={{ role: 'P', id: `${place}-utkast-text` }}
      style={{ fontSize: 9, lineHeight: 1.4, color: color.draft }}
    >
      {sv.draftExplained}
    </Text>
  </View>
)
