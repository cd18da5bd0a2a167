import type { Styles } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import { Text, View } from '../elements.ts'
import { typeset } from '../text/typeset.ts'
import { color } from '../theme.ts'

export interface RuledFact {
  label: string
  text: string
  /** Of the column: "33%". */
  width: string
}

/** What a document is, between two rules: each fact under its name. @param anchor begins the ids of what is tagged */
export const ruledFacts = (anchor: string, facts: RuledFact[], style: Styles[string] = {}): ReactElement => (
  <View
    style={{
      flexDirection: 'row',
      flexWrap: 'wrap',
      borderTopWidth: 0.75,
      borderTopColor: color.rule,
      borderBottomWidth: 0.75,
      borderBottomColor: color.rule,
      paddingTop: 6,
      paddingBottom: 1,
      ...style,
    }}
  >
    {facts.map(({ label, text, width }) => (
      <View
        key={label}
        struct={{ role: 'Div', id: `${anchor}-${label}` }}
        style={{ width, paddingRight: 10, paddingBottom: 5 }}
      >
        <Text
          struct={{ role: 'P', id: `${anchor}-${label}-namn` }}
          style={{ fontSize: 8, lineHeight: 1.4, color: color.muted }}
        >
          {label}
        </Text>
        <Text struct={{ role: 'P', id: `${anchor}-${label}-varde` }} style={{ fontSize: 9.5, lineHeight: 1.4 }}>
          {typeset(text)}
        </Text>
      </View>
    ))}
  </View>
)
