import { createHash } from 'node:crypto'
import { type PdfKit, pdfText } from './pdfkit.ts'

/** A file that travels inside the PDF (ISO 19005-3, 6.8: associated file). */
export interface EmbeddedFile {
  /** ASCII, so that every reader shows it alike; no other file of the document has it. */
  name: string
  /** "text/csv" */
  mediaType: string
  /** `Source`: what the document was made of. `Data`: the values behind a table of it. */
  relationship: 'Source' | 'Data'
  description: string
  bytes: Uint8Array
}

/**
 * Puts files into the document as associated files of the whole. By hand, because pdfkit writes the checksum as 32
 * letters where ISO 32000-1, 7.11.4 asks for the 16 bytes.
 */
export function embedFiles(pdf: PdfKit, files: readonly EmbeddedFile[], date: Date): void {
  if (files.length === 0) return
  const specifications = files.map(({ name, mediaType, relationship, description, bytes }) => {
    const stream = pdf.ref({
      Type: 'EmbeddedFile',
      Subtype: mediaType.replace('/', '#2F'),
      Params: {
        Size: bytes.byteLength,
        CheckSum: createHash('md5').update(bytes).digest(),
        CreationDate: date,
        ModDate: date,
      },
    })
    stream.end(bytes)
    const specification = pdf.ref({
      Type: 'Filespec',
      AFRelationship: relationship,
      F: pdfText(name),
      UF: pdfText(name),
      Desc: pdfText(description),
      EF: { F: stream, UF: stream },
    })
    pdf.addNamedEmbeddedFile(name, specification)
    specification.end()
    return specification
  })
  pdf._root.data.AF = specifications
}
