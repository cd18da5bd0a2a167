import type { ReactElement, ReactNode } from 'react'
import type { SigningPage } from '../../core/signing-page.ts'
import type { Typeface } from '../../core/typefaces.ts'
import { Link, Text, View } from '../elements.ts'
import { sv } from '../sv.ts'
import { color, columnWidth, headingStyle } from '../theme.ts'
import { columnText } from './column-text.tsx'
import { qrCode } from './qr-code.tsx'

const QR_SIZE = 92
const PADDING = 10
const GAP = 14
const TEXT_WIDTH = columnWidth - 2 * PADDING - QR_SIZE - GAP
const small = { fontSize: 9, lineHeight: 1.45 }

/** In groups of four, for those who type it: "7KQM 2RXA". A code that has groups of its own keeps them. */
export const codeGroups = (code: string): string =>
  /[\s-]/.test(code) ? code : (code.match(/.{1,4}/g) ?? []).join(' ')

const explained = (verifyUrl: string): ReactNode => [
  sv.verifyHere,
  <Link key="address" src={verifyUrl} style={{ textDecoration: 'none' }}>
    <Text style={{ ...small, color: color.accent, textDecoration: 'underline' }}>{verifyUrl}</Text>
  </Link>,
  sv.verifyExplained,
]

/** Where anybody can verify the file: as a picture to scan, an address and a code. It stands on one page. */
export function verification({ code, verifyUrl }: SigningPage, typeface: Typeface): ReactElement {
  return (
    <View
      wrap={false}
      style={{
        flexDirection: 'row',
        backgroundColor: color.shade,
        padding: PADDING,
        marginTop: 8,
        alignItems: 'center',
      }}
    >
      <View style={{ backgroundColor: '#ffffff' }}>
        {qrCode('verifiera-bild', verifyUrl, sv.verifyPicture(verifyUrl), QR_SIZE)}
      </View>
      <View style={{ flex: 1, paddingLeft: GAP }}>
        <Text
          struct={{ role: 'H2', id: 'verifiera-rubrik' }}
          style={{ ...headingStyle[3], marginTop: 0, marginBottom: 3 }}
        >
          {sv.verify}
        </Text>
        {columnText(
          { role: 'P', id: 'verifiera-text' },
          explained(verifyUrl),
          { width: TEXT_WIDTH, typeface },
          {
            ...small,
            marginBottom: 4,
          },
        )}
        <Text struct={{ role: 'P', id: 'verifiera-kod' }} style={{ fontSize: 11, lineHeight: 1.4 }}>
          {`${sv.verifyCode} `}
          <Text style={{ fontSize: 11, lineHeight: 1.4, fontWeight: 600 }}>{codeGroups(code)}</Text>
        </Text>
      </View>
    </View>
  )
}
