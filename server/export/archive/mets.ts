import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { sha256Hex } from '../../sha256.ts'
import { idOf, type PackageFile } from './package-file.ts'
import { SOFTWARE } from './software.ts'
import { element, textElement, xmlBytes } from './xml.ts'

const NAMESPACES = {
  'xmlns:mets': 'http://www.loc.gov/METS/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
  'xmlns:sip': 'https://DILCIS.eu/XML/METS/SIPExtensionMETS',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': [
    'http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd',
    'http://www.w3.org/1999/xlink http://www.loc.gov/standards/mets/xlink.xsd',
    'https://DILCIS.eu/XML/METS/CSIPExtensionMETS https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd',
    'https://DILCIS.eu/XML/METS/SIPExtensionMETS https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd',
  ].join(' '),
}

/** The representation follows no specification of its own for its content. */
const CONTENT_TYPE = {
  'csip:CONTENTINFORMATIONTYPE': 'OTHER',
  'csip:OTHERCONTENTINFORMATIONTYPE': 'Samskrift',
}

export interface Metadata {
  file: PackageFile
  /** MDTYPE of METS; what it is called in words of our own is OTHER. */
  type: 'DC' | 'PREMIS' | { other: string }
  typeVersion?: string
}

export interface MetsContents {
  packageId: string
  /** ISO 8601 instant. */
  at: string
  descriptive: Metadata[]
  preservation: Metadata
  documentation: PackageFile[]
  schemas: PackageFile[]
  data: PackageFile[]
}

const LOCATED = { LOCTYPE: 'URL', 'xlink:type': 'simple' }

const described = ({ bytes, format, created }: PackageFile) => ({
  MIMETYPE: format.mediaType,
  SIZE: bytes.byteLength,
  CREATED: created,
  CHECKSUM: sha256Hex(bytes),
  CHECKSUMTYPE: 'SHA-256',
})

const mdRef = ({ file, type, typeVersion }: Metadata): string =>
  element('mets:mdRef', {
    ...LOCATED,
    'xlink:href': file.path,
    ...(typeof type === 'string' ? { MDTYPE: type } : { MDTYPE: 'OTHER', OTHERMDTYPE: type.other }),
    MDTYPEVERSION: typeVersion,
    ...described(file),
  })

const idOfMetadata = ({ file }: Metadata): string => idOf(file.path)

const section = (name: string, metadata: Metadata): string =>
  element(name, { ID: idOfMetadata(metadata), CREATED: metadata.file.created, STATUS: 'CURRENT' }, mdRef(metadata))

interface Group {
  id: string
  /** USE of the group, and LABEL of its division. */
  use: string
  label: string
  files: PackageFile[]
  more?: Record<string, string>
}

const fileElement = (file: PackageFile, admId: string): string =>
  element(
    'mets:file',
    {
      ID: idOf(file.path),
      ...described(file),
      ADMID: admId,
      'sip:FILEFORMATNAME': file.format.name,
      'sip:FILEFORMATVERSION': file.format.version,
      'sip:FORMATREGISTRY': file.format.pronom && 'PRONOM',
      'sip:FORMATREGISTRYKEY': file.format.pronom,
    },
    element('mets:FLocat', { ...LOCATED, 'xlink:href': file.path }),
  )

const groupElement = ({ id, use, files, more }: Group, admId: string): string =>
  element('mets:fileGrp', { ID: id, USE: use, ...more }, ...files.map(file => fileElement(file, admId)))

const agent = (attributes: Record<string, string>, name: string, note: string | null = null): string =>
  element('mets:agent', attributes, textElement('mets:name', name), note)

const note = (type: string, text: string): string | null => textElement('mets:note', text, { 'csip:NOTETYPE': type })

/** As Riksarkivet's application of the profile writes it. A board has no number of its own: it is part of the organisation. */
const codeOf = ({ number }: ResolvedReport['organisation']): string | null =>
  number === undefined ? null : note('IDENTIFICATIONCODE', `ORG:${number.replace('-', '')}`)

function header({ board, organisation }: ResolvedReport, at: string): string {
  return element(
    'mets:metsHdr',
    { CREATEDATE: at, LASTMODDATE: at, RECORDSTATUS: 'NEW', 'csip:OAISPACKAGETYPE': 'SIP' },
    agent(
      { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' },
      SOFTWARE.name,
      note('SOFTWARE VERSION', SOFTWARE.version),
    ),
    agent({ ROLE: 'ARCHIVIST', TYPE: 'ORGANIZATION' }, board.name, codeOf(organisation)),
    agent({ ROLE: 'CREATOR', TYPE: 'ORGANIZATION' }, organisation.name, codeOf(organisation)),
  )
}

/** METS.xml by E-ARK SIP 2.1.0 on CSIP 2.1.0: one for the whole package, also for its only representation. */
export function mets(resolved: ResolvedReport, contents: MetsContents): Uint8Array {
  const { packageId, at, descriptive, preservation, documentation, schemas, data } = contents
  const { title, template } = resolved.report
  const groups: Group[] = [
    { id: idOf('group:documentation'), use: 'Documentation', label: 'Documentation', files: documentation },
    { id: idOf('group:schemas'), use: 'Schemas', label: 'Schemas', files: schemas },
    {
      id: idOf('group:data'),
      use: 'Representations/rep1/data',
      label: 'Representations',
      files: data,
      more: CONTENT_TYPE,
    },
  ]
  const admId = idOfMetadata(preservation)
  const division = ({ id, label }: Group): string =>
    element('mets:div', { ID: idOf(`div:${label}`), LABEL: label }, element('mets:fptr', { FILEID: id }))
  return xmlBytes(
    element(
      'mets:mets',
      {
        ...NAMESPACES,
        OBJID: packageId,
        LABEL: title,
        // As CSIP's vocabulary of content categories spells it, unlike METS.
        TYPE: 'Other',
        'csip:OTHERTYPE': template.name,
        ...CONTENT_TYPE,
        PROFILE: 'https://earksip.dilcis.eu/profile/E-ARK-SIP.xml',
      },
      header(resolved, at),
      ...descriptive.map(one => section('mets:dmdSec', one)),
      element('mets:amdSec', {}, section('mets:digiprovMD', preservation)),
      element('mets:fileSec', { ID: idOf('fileSec') }, ...groups.map(group => groupElement(group, admId))),
      element(
        'mets:structMap',
        { ID: idOf('structMap'), TYPE: 'PHYSICAL', LABEL: 'CSIP' },
        element(
          'mets:div',
          { ID: idOf('div'), LABEL: packageId },
          element('mets:div', {
            ID: idOf('div:Metadata'),
            LABEL: 'Metadata',
            ADMID: admId,
            DMDID: descriptive.map(idOfMetadata).join(' '),
          }),
          ...groups.map(division),
        ),
      ),
    ),
  )
}
