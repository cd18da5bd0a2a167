import type { ReactElement } from 'react'
import type { SigningPage } from '../../core/signing-page.ts'
import { Link, Text, View } from '../elements.ts'
import { sv } from '../sv.ts'
import { color, headingStyle } from '../theme.ts'
import { qrCode } from './qr-code.tsx'

const QR_SIZE = 92
const small = { fontSize: 9, lineHeight: 1.45 }

/** In groups of four, for those who type it: "7KQM 2RXA". A code that has groups of its own keeps them. */
export const codeGroups = (code: string): string =>
  /[\s-]/.test(code) ? code : (code.match(/.{1,4}/g) ?? []).join(' ')

/** Where anybody can verify the file: as a picture to scan, an address and a code. It stands on one page. */
export function verification({ code, verifyUrl }: SigningPage): ReactElement {
  return (
    <View
      wrap={false}
      style={{ flexDirection: 'row', backgroundColor: color.shade, padding: 10, marginTop: 8, alignItems: 'center' }}
    >
      <View style={{ backgroundColor: '#ffffff' }}>
        {qrCode('verifiera-bild', verifyUrl, sv.verifyPicture(verifyUrl), QR_SIZE)}
      </View>
      <View style={{ flex: 1, paddingLeft: 14 }}>
        <Text
          struct={{ role: 'H2', id: 'verifiera-rubrik' }}
          style={{ ...headingStyle[3], marginTop: 0, marginBottom: 3 }}
        >
          {sv.verify}
        </Text>
        <Text struct={{ role: 'P', id: 'verifiera-text' }} style={{ ...small, marginBottom: 4 }}>
          {sv.verifyHere}
          <Link src={verifyUrl} style={{ textDecoration: 'none' }}>
            <Text style={{ ...small, color: color.accent, textDecoration: 'underline' }}>{verifyUrl}</Text>
          </Link>
          {sv.verifyExplained}
        </Text>
        <Text struct={{ role: 'P', id: 'verifiera-kod' }} style={{ fontSize: 11, lineHeight: 1.4 }}>
          {`${sv.verifyCode} `}
          <Text style={{ fontSize: 11, lineHeight: 1.4, fontWeight: 600 }}>{codeGroups(code)}</Text>
        </Text>
      </View>
    </View>
  )
}
