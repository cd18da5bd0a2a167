import type { ReactElement } from 'react'
import { coverFacts } from '../../core/cover-facts.ts'
import { typefaceOf } from '../../core/document-profile.ts'
import type { ResolvedReport } from '../../core/resolved-report.ts'
import type { PlannedSigner, SigningPage } from '../../core/signing-page.ts'
import type { Typeface } from '../../core/typefaces.ts'
import { Text, View } from '../elements.ts'
import { sv } from '../sv.ts'
import { typeset } from '../text/typeset.ts'
import { color, columnWidth, headingStyle } from '../theme.ts'
import { columnText } from './column-text.tsx'
import { ruledFacts } from './ruled-facts.tsx'
import { verification } from './verification.tsx'

export const SIGNATURES_ANCHOR = 'underskrifter'

/** Width and height of a field, points. Where more than five sign, they still stand on one page. */
const FIELD_WIDTH = 258
const PERSON_WIDTH = columnWidth - FIELD_WIDTH - 12
const fieldHeight = (signers: number): number => (signers > 5 ? 43 : 58)

const p = (id: string) => ({ role: 'P', id: `${SIGNATURES_ANCHOR}-${id}` }) as const
const div = (id: string) => ({ role: 'Div', id: `${SIGNATURES_ANCHOR}-${id}` }) as const

/** What is signed. */
function facts(resolved: ResolvedReport, version: number): ReactElement {
  const { organisation, board, report } = resolved
  const registered = coverFacts(resolved).find(({ label }) => label === sv.diaryNumber)
  return ruledFacts(
    SIGNATURES_ANCHOR,
    [
      { label: sv.signedDocument, text: report.title, width: '100%' },
      { label: sv.board, text: `${organisation.name}, ${board.name}`, width: '50%' },
      { label: sv.diaryNumber, text: registered?.text ?? sv.noDiaryNumber, width: '33%' },
      { label: sv.version, text: String(version), width: '17%' },
    ],
    { marginBottom: 12 },
  )
}

/** Who signs and as what, and beside that the field that the signature fills. */
function signerBox({ field, name, title, capacity }: PlannedSigner, height: number, typeface: Typeface): ReactElement {
  const column = { width: PERSON_WIDTH, typeface }
  return (
    <View key={field} struct={div(field)} wrap={false} style={{ flexDirection: 'row', marginBottom: 6 }}>
      <View style={{ width: PERSON_WIDTH + 12, paddingRight: 12 }}>
        {columnText(p(`${field}-roll`), typeset(capacity), column, {
          fontSize: 8,
          lineHeight: 1.35,
          color: color.muted,
        })}
        {columnText(p(`${field}-namn`), typeset(name), column, {
          fontSize: 10,
          lineHeight: 1.35,
          fontWeight: 600,
        })}
        {columnText(p(`${field}-titel`), typeset(title), column, { fontSize: 8.5, lineHeight: 1.35 })}
      </View>
      <View style={{ width: FIELD_WIDTH, height, borderWidth: 0.75, borderColor: color.rule, padding: 1.5 }}>
        <View
          struct={{
            role: 'Form',
            id: `${SIGNATURES_ANCHOR}-${field}-falt`,
            field: { name: field, description: typeset(sv.signatureField(capacity, name)) },
          }}
          style={{ flexGrow: 1 }}
        />
      </View>
    </View>
  )
}

/** What the file ends with: what is signed, a field for each who signs, and how anybody can verify it. */
export const signaturePage = (resolved: ResolvedReport, signing: SigningPage): ReactElement[] => [
  <Text
    key="heading"
    id={SIGNATURES_ANCHOR}
    struct={{
      role: 'H1',
      id: `${SIGNATURES_ANCHOR}-rubrik`,
      opens: { id: SIGNATURES_ANCHOR, parent: null },
    }}
    style={{ ...headingStyle[1], marginTop: 0 }}
  >
    {sv.signatures}
  </Text>,
  <Text key="explained" struct={p('text')} style={{ fontSize: 9.5, lineHeight: 1.45, marginBottom: 10 }}>
    {sv.signaturesExplained}
  </Text>,
  <View key="facts">{facts(resolved, signing.version)}</View>,
  ...signing.signers.map(signer => signerBox(signer, fieldHeight(signing.signers.length), typefaceOf(resolved))),
  <View key="verification">{verification(signing, typefaceOf(resolved))}</View>,
]
