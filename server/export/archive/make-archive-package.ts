import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { sha256Hex } from '../../sha256.ts'
import { sourceFiles } from '../sources/source-files.ts'
import { type ArchiveFacts, asOf } from './archive-facts.ts'
import { dublinCore } from './dublin-core.ts'
import { HANDLING_SCHEMA } from './handling-schema.ts'
import { handlingXml } from './handling-xml.ts'
import { mets } from './mets.ts'
import { type FileFormat, FORMATS, type PackageFile } from './package-file.ts'
import { premis } from './premis.ts'
import { sv } from './sv.ts'
import { zipPackage } from './zip-package.ts'

export interface ArchiveContents {
  /** What was locked. */
  resolved: ResolvedReport
  /** The very text that was stored when it was locked. */
  stored: string
  /** Bytes by image id. */
  images: ReadonlyMap<string, Uint8Array>
  facts: ArchiveFacts
  /** Made now, where there is no signed file. */
  pdf: Uint8Array
  html: string
}

const DATA = 'representations/rep1/data'
const HANDLED = { report: `${DATA}/rapport.json`, pdf: `${DATA}/rapport.pdf` }

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const json = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`)

/** Name of the package and of its folder: one for each version of a report. */
export const packageIdOf = ({ report }: ResolvedReport, version: number): string => `samskrift-${report.id}-v${version}`

const FORMAT_OF_SOURCE: Record<string, FileFormat> = { 'application/json': FORMATS.json, 'text/csv': FORMATS.csv }

function imageFiles({ resolved, images }: ArchiveContents): [string, FileFormat, Uint8Array][] {
  return Object.values(resolved.images).map(({ id, mediaType }) => {
    const bytes = images.get(id)
    if (!bytes) throw new Error(`image ${id} of the report is gone`)
    const kind = mediaType === 'image/png' ? 'png' : 'jpeg'
    return [`bilder/${id}.${kind === 'png' ? 'png' : 'jpg'}`, FORMATS[kind], bytes]
  })
}

function dataFiles(contents: ArchiveContents, at: string): PackageFile[] {
  const { resolved, stored, facts, pdf, html } = contents
  const { pdfSigned, pdfMade, html: page, image, report } = sv.files
  const main = facts.signed
    ? { bytes: facts.signed.bytes, created: facts.signed.at, description: pdfSigned }
    : { bytes: pdf, created: at, description: pdfMade }
  const sources = sourceFiles(resolved, stored).map(({ name, mediaType, bytes, description }) => ({
    path: `${DATA}/${name}`,
    format: FORMAT_OF_SOURCE[mediaType] ?? FORMATS.text,
    bytes,
    created: at,
    description,
  }))
  return [
    { path: HANDLED.pdf, format: FORMATS.pdf, ...main },
    { path: `${DATA}/rapport.html`, format: FORMATS.html, bytes: utf8(html), created: at, description: page },
    ...sources.map(file =>
      file.path === HANDLED.report ? { ...file, description: report(facts.locked.sha256) } : file,
    ),
    ...imageFiles(contents).map(([name, format, bytes]) => ({
      path: `${DATA}/${name}`,
      format,
      bytes,
      created: at,
      description: image,
    })),
  ]
}

const SUMS = 'documentation/kontrollsummor.txt'

/** As sha256sum writes and reads them. METS cannot be among them: it has the sum of this file. */
const sumsFile = (files: PackageFile[], at: string): PackageFile => ({
  path: SUMS,
  format: FORMATS.text,
  bytes: utf8(files.map(({ path, bytes }) => `${sha256Hex(bytes)}  ${path}\n`).join('')),
  created: at,
})

function documentationFiles({ resolved, facts }: ArchiveContents, data: PackageFile[], at: string): PackageFile[] {
  const { report, board, organisation } = resolved
  const readMe = sv.readMe({
    title: report.title,
    number: report.diaryNumber,
    board: board.name,
    organisation: organisation.number ? `${organisation.name} (${organisation.number})` : organisation.name,
    facts,
    data,
    sums: SUMS,
  })
  const { version, locked, rounds, events, dispatches } = facts
  const files: [string, FileFormat, Uint8Array][] = [
    ['las-mig.txt', FORMATS.text, utf8(readMe)],
    ['underskrifter-och-handelser.json', FORMATS.json, json({ version, locked, rounds, events, dispatches })],
    ['textens-historik.json', FORMATS.json, json(facts.history)],
  ]
  return files.map(([name, format, bytes]) => ({ path: `documentation/${name}`, format, bytes, created: at }))
}

/**
 * A submission package (E-ARK SIP 2.1.0 on CSIP 2.1.0, which are FGS Paketstruktur 2.0) as a ZIP with one folder. The
 * same version with the same events gives the same bytes: the package is dated by what happened last.
 */
export function makeArchivePackage(contents: ArchiveContents): Uint8Array {
  const { resolved, facts } = contents
  const packageId = packageIdOf(resolved, facts.version)
  const at = asOf(facts)
  const xml = (path: string, bytes: Uint8Array): PackageFile => ({ path, bytes, format: FORMATS.xml, created: at })

  const data = dataFiles(contents, at)
  const documentation = documentationFiles(contents, data, at)
  const schemas = [{ path: 'schemas/handling.xsd', bytes: utf8(HANDLING_SCHEMA), format: FORMATS.xsd, created: at }]
  const core = xml('metadata/descriptive/dublin-core.xml', dublinCore(resolved, packageId, facts))
  const handling = xml('metadata/descriptive/handling.xml', handlingXml(resolved, facts))
  const files = [...data, ...documentation, ...schemas]
  const preservation = xml(
    'metadata/preservation/premis.xml',
    premis(resolved, facts, { packageId, files, handled: HANDLED }),
  )
  const sums = sumsFile([...files, core, handling, preservation], at)
  const root = mets(resolved, {
    packageId,
    at,
    descriptive: [
      { file: core, type: 'DC', typeVersion: '1.1' },
      { file: handling, type: { other: 'SAMSKRIFT' } },
    ],
    preservation: { file: preservation, type: 'PREMIS', typeVersion: '3.0' },
    documentation: [...documentation, sums],
    schemas,
    data,
  })
  const all: PackageFile[] = [xml('METS.xml', root), core, handling, preservation, ...files, sums]
  return zipPackage(all.map(({ path, bytes }) => [`${packageId}/${path}`, bytes] as const))
}
