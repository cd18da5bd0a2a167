import { sha256Hex } from '../../sha256.ts'

/** A file of a package. */
export interface PackageFile {
  /** In the package's folder, ASCII: "representations/rep1/data/rapport.pdf". */
  path: string
  bytes: Uint8Array
  format: FileFormat
  /** ISO 8601 instant. */
  created: string
  /** In Swedish, for the read-me. */
  description?: string
}

export interface FileFormat {
  mediaType: string
  name: string
  version?: string
  /** Key in PRONOM. */
  pronom?: string
}

export const FORMATS = {
  pdf: { mediaType: 'application/pdf', name: 'PDF/A', version: '3a', pronom: 'fmt/479' },
  html: { mediaType: 'text/html', name: 'HyperText Markup Language', version: '5', pronom: 'fmt/471' },
  json: { mediaType: 'application/json', name: 'JSON Data Interchange Format', pronom: 'fmt/817' },
  csv: { mediaType: 'text/csv', name: 'Comma Separated Values', pronom: 'x-fmt/18' },
  png: { mediaType: 'image/png', name: 'Portable Network Graphics' },
  jpeg: { mediaType: 'image/jpeg', name: 'JPEG File Interchange Format' },
  xml: { mediaType: 'text/xml', name: 'Extensible Markup Language', version: '1.0', pronom: 'fmt/101' },
  xsd: { mediaType: 'text/xml', name: 'XML Schema Definition', pronom: 'x-fmt/280' },
  text: { mediaType: 'text/plain', name: 'Plain Text File', pronom: 'x-fmt/111' },
} satisfies Record<string, FileFormat>

/** An xml:id that is the same each time the package is made. */
export const idOf = (path: string): string => `id-${sha256Hex(path).slice(0, 32)}`
