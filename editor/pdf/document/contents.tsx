import type { ReactElement } from 'react'
import { Link, Text, View } from '../elements.ts'
import { sv } from '../sv.ts'
import { color, headingStyle } from '../theme.ts'

export interface ContentsEntry {
  anchor: string
  level: 1 | 2 | 3
  text: string
  /** Null while the report is not laid out. */
  page: number | null
}

const INDENT = { 1: 0, 2: 14, 3: 36 }

function row({ anchor, level, text, page }: ContentsEntry): ReactElement {
  const style = { fontSize: level === 1 ? 10.5 : 9.5, lineHeight: 1.4, fontWeight: level === 1 ? 600 : 400 }
  return (
    <View
      key={anchor}
      wrap={false}
      struct={{ role: 'TOCI', id: `innehall-${anchor}` }}
      style={{ marginTop: level === 1 ? 9 : 2.5, paddingLeft: INDENT[level] }}
    >
      <View struct={{ role: 'Reference', id: `innehall-hanvisning-${anchor}` }}>
        <Link
          src={`#${anchor}`}
          struct={{ role: 'Link', id: `innehall-lank-${anchor}` }}
          style={{ textDecoration: 'none' }}
        >
          <View style={{ flexDirection: 'row', alignItems: 'flex-end' }}>
            <Text struct={{ role: 'Span' }} style={{ ...style, color: color.ink, maxWidth: '86%' }}>
              {text}
            </Text>
            <View
              style={{
                flexGrow: 1,
                marginHorizontal: 5,
                marginBottom: 4,
                borderBottomWidth: 0.6,
                borderBottomStyle: 'dotted',
                borderBottomColor: color.rule,
              }}
            />
            <Text struct={{ role: 'Span' }} style={{ ...style, color: color.ink, width: 24, textAlign: 'right' }}>
              {page === null ? '000' : String(page)}
            </Text>
          </View>
        </Link>
      </View>
    </View>
  )
}

/** The list of contents, with page numbers once they are known. */
export const contents = (entries: ContentsEntry[]): ReactElement[] => [
  <Text
    key="heading"
    struct={{ role: 'H1', id: 'innehall-rubrik', opens: { id: 'innehall', parent: null } }}
    style={{ ...headingStyle[1], marginTop: 0 }}
  >
    {sv.contents}
  </Text>,
  <View key="list" struct={{ role: 'TOC', id: 'innehall-lista' }}>
    {entries.map(row)}
  </View>,
]
