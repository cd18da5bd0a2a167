import { deflateSync } from 'node:zlib'
import { stream, writePdf } from './write-pdf.ts'

/** Numbers of the objects that tests alter. */
export const OBJECT = {
  catalog: 1,
  pages: 2,
  page: 3,
  content: 4,
  font: 5,
  xmp: 6,
  filespec: 7,
  attachment: 8,
  form: 9,
}
export const TRAILER =
  '/Root 1 0 R /Info 15 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]'
export const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [10 0 R 11 0 R 12 0 R] /Resources << /Font << /F1 5 0 R >> >> >>'

export const CATALOG_ENTRIES =
  '/Type /Catalog /Pages 2 0 R /Metadata 6 0 R /AcroForm 9 0 R /AF [7 0 R] /Names << /EmbeddedFiles << /Names [(data.csv) 7 0 R] >> >>'

const field = (number: number): string =>
  `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Underskrift ${number}) /F 4 /P 3 0 R /Rect [50 ${100 * number} 300 ${100 * number + 60}] >>`

export const contentOf = (text: string): string => `BT /F1 12 Tf 72 700 Td (${text}) Tj ET`

/** The content compressed otherwise: other bytes, the same page. */
export const sameLooks = (): Uint8Array =>
  stream('/Filter /FlateDecode', deflateSync(contentOf('16 av 34 personer'), { level: 1 }))

/**
 * A small file with what a report has: a page, metadata, an embedded table, three fields that wait for signatures.
 * @param ballast bytes of a picture nobody sees, to make it large
 */
export const reportPdf = (ballast = 0): Uint8Array =>
  writePdf(
    {
      1: `<< ${CATALOG_ENTRIES} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      3: PAGE,
      4: stream('', contentOf('16 av 34 personer')),
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      6: stream('/Type /Metadata /Subtype /XML', '<x:xmpmeta><dc:title>Rapport 2023</dc:title></x:xmpmeta>'),
      7: '<< /Type /Filespec /F (data.csv) /UF (data.csv) /AFRelationship /Source /EF << /F 8 0 R /UF 8 0 R >> >>',
      8: stream('/Type /EmbeddedFile /Subtype /text#2Fcsv', 'indikator;varde\nfall;16\n'),
      9: '<< /Fields [10 0 R 11 0 R 12 0 R] >>',
      10: field(1),
      11: field(2),
      12: field(3),
      // Never shown: what an attacker prepared before the signature.
      13: stream('', contentOf('34 av 34 personer')),
      14: stream('/Type /XObject /Subtype /Image', Buffer.alloc(ballast, 'samskrift ')),
      15: '<< /Title (Rapport 2023) >>',
    },
    TRAILER,
  )
