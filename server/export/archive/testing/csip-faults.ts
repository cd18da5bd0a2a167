import { unzipSync } from 'fflate'
import { sha256Hex } from '../../../sha256.ts'
import { at, everyNode, type XmlNode, xmlTree } from './xml-tree.ts'

/** Files by path in the package's folder; the folder's name. */
export interface Unpacked {
  folder: string
  files: Map<string, Uint8Array>
}

export function unpack(zip: Uint8Array): Unpacked {
  const entries = Object.entries(unzipSync(zip))
  const folder = entries[0]?.[0].split('/')[0] ?? ''
  return { folder, files: new Map(entries.map(([path, bytes]) => [path.slice(folder.length + 1), bytes])) }
}

const NCNAME = /^[A-Za-z_][\w.-]*$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const MD_TYPES =
  'MARC MODS EAD DC NISOIMG LC-AV VRA TEIHDR DDI FGDC LOM PREMIS PREMIS:OBJECT PREMIS:AGENT PREMIS:RIGHTS PREMIS:EVENT TEXTMD METSRIGHTS ISO\u00a019115:2003\u00a0NAP EAC-CPF LIDO OTHER'.split(
    ' ',
  )

type Check = [requirement: string, holds: boolean]

/** What every reference to a file must say: mdRef of dmdSec and digiprovMD, file with its FLocat. */
function reference(from: number, place: XmlNode, described: XmlNode, { files }: Unpacked): Check[] {
  const bytes = files.get(place.attributes['xlink:href'] ?? '')
  const { MIMETYPE, SIZE, CREATED, CHECKSUM, CHECKSUMTYPE } = described.attributes
  return [
    [`CSIP${from}: locator`, place.attributes.LOCTYPE === 'URL'],
    [`CSIP${from + 1}: link`, place.attributes['xlink:type'] === 'simple'],
    [`CSIP${from + 2}: location`, bytes !== undefined],
    ['media type', /^[a-z]+\/[a-z0-9.+-]+$/.test(MIMETYPE ?? '')],
    ['size', SIZE === String(bytes?.byteLength)],
    ['created', INSTANT.test(CREATED ?? '')],
    ['checksum', CHECKSUM === sha256Hex(bytes ?? '')],
    ['checksum type', CHECKSUMTYPE === 'SHA-256'],
  ]
}

function headChecks(root: XmlNode, { folder }: Unpacked): Check[] {
  const own = root.attributes
  const [header, second] = at(root, 'mets:metsHdr')
  const agents = header ? at(header, 'mets:agent') : []
  const software = agents.filter(({ attributes }) => attributes.OTHERTYPE === 'SOFTWARE')
  const [maker] = software
  const notes = maker ? at(maker, 'mets:note') : []
  const submitting = agents.filter(
    ({ attributes }) => attributes.ROLE === 'CREATOR' && attributes.TYPE === 'ORGANIZATION',
  )
  const archivist = agents.filter(({ attributes }) => attributes.ROLE === 'ARCHIVIST')
  return [
    ['CSIP1: OBJID is the folder', own.OBJID === folder && folder !== ''],
    ['CSIP2, CSIP3: type', own.TYPE === 'OTHER' && Boolean(own['csip:OTHERTYPE'])],
    [
      'CSIP4, CSIP5: content',
      own['csip:CONTENTINFORMATIONTYPE'] === 'OTHER' && Boolean(own['csip:OTHERCONTENTINFORMATIONTYPE']),
    ],
    ['CSIP6, SIP2: profile', own.PROFILE === 'https://earksip.dilcis.eu/profile/E-ARK-SIP.xml'],
    ['CSIP117: one header', header !== undefined && second === undefined],
    ['CSIP7: created', INSTANT.test(header?.attributes.CREATEDATE ?? '')],
    ['CSIP9, SIP4: SIP', header?.attributes['csip:OAISPACKAGETYPE'] === 'SIP'],
    ['SIP3: status', header?.attributes.RECORDSTATUS === 'NEW'],
    ['CSIP10: one software', software.length === 1],
    ['CSIP11: role', maker?.attributes.ROLE === 'CREATOR'],
    ['CSIP12: type', maker?.attributes.TYPE === 'OTHER'],
    ['CSIP14: name', Boolean(maker && at(maker, 'mets:name')[0]?.text)],
    ['CSIP15, CSIP16: version', notes.length === 1 && notes[0]?.attributes['csip:NOTETYPE'] === 'SOFTWARE VERSION'],
    ['SIP9 to SIP12: archival creator', archivist.length === 1 && archivist[0]?.attributes.TYPE === 'ORGANIZATION'],
    ['SIP15 to SIP18: submitting agent', submitting.length === 1 && Boolean(submitting[0]?.children[0]?.text)],
  ]
}

function metadataChecks(root: XmlNode, unpacked: Unpacked): Check[] {
  const descriptive = at(root, 'mets:dmdSec')
  const provenance = at(root, 'mets:amdSec', 'mets:digiprovMD')
  const each = (sections: XmlNode[], from: number): Check[] =>
    sections.flatMap(section => {
      const [ref] = at(section, 'mets:mdRef')
      const { ID = '', CREATED = '', STATUS } = section.attributes
      return [
        [`CSIP18, CSIP33: ID`, NCNAME.test(ID)] as Check,
        [`CSIP19: created`, INSTANT.test(CREATED)] as Check,
        [`CSIP20, CSIP34: status`, STATUS === 'CURRENT'] as Check,
        [`CSIP21, CSIP35: reference`, ref !== undefined] as Check,
        [`CSIP25, CSIP39: type`, MD_TYPES.includes(ref?.attributes.MDTYPE ?? '')] as Check,
        ...(ref ? reference(from, ref, ref, unpacked) : []),
      ]
    })
  return [
    ['CSIP17: descriptive', descriptive.length > 0],
    ['CSIP31: one amdSec', at(root, 'mets:amdSec').length === 1],
    ['CSIP32: PREMIS', provenance.length > 0],
    ...each(descriptive, 22),
    ...each(provenance, 36),
  ]
}

function fileChecks(root: XmlNode, unpacked: Unpacked): Check[] {
  const sections = at(root, 'mets:fileSec')
  const groups = at(root, 'mets:fileSec', 'mets:fileGrp')
  const uses = groups.map(({ attributes }) => attributes.USE ?? '')
  const files = groups.flatMap(group => at(group, 'mets:file'))
  return [
    ['CSIP58: one fileSec', sections.length === 1],
    ['CSIP59: ID', NCNAME.test(sections[0]?.attributes.ID ?? '')],
    ['CSIP60: documentation', uses.includes('Documentation')],
    ['CSIP113: schemas', uses.includes('Schemas')],
    ['CSIP114: representations', uses.some(use => use.startsWith('Representations/'))],
    [
      'CSIP62, CSIP63: content',
      groups
        .filter(({ attributes }) => attributes.USE?.startsWith('Representations'))
        .every(
          ({ attributes }) =>
            attributes['csip:CONTENTINFORMATIONTYPE'] === 'OTHER' && attributes['csip:OTHERCONTENTINFORMATIONTYPE'],
        ),
    ],
    ['CSIP65: ID', groups.every(({ attributes }) => NCNAME.test(attributes.ID ?? ''))],
    ['CSIP66: files', groups.every(group => at(group, 'mets:file').length > 0)],
    [
      'CSIP64: the folder',
      groups.every(group =>
        at(group, 'mets:file', 'mets:FLocat').every(({ attributes }) =>
          attributes['xlink:href']?.toLowerCase().startsWith(`${group.attributes.USE?.toLowerCase()}/`),
        ),
      ),
    ],
    ...files.flatMap((file): Check[] => {
      const [place] = at(file, 'mets:FLocat')
      return [
        ['CSIP67: ID', NCNAME.test(file.attributes.ID ?? '')],
        ['CSIP76: located', place !== undefined],
        ...(place ? reference(77, place, file, unpacked) : []),
      ]
    }),
  ]
}

function structureChecks(root: XmlNode): Check[] {
  const maps = at(root, 'mets:structMap')
  const [map] = maps
  const [top, another] = map ? at(map, 'mets:div') : []
  const divisions = top ? at(top, 'mets:div') : []
  const division = (label: string): XmlNode | undefined =>
    divisions.find(({ attributes }) => attributes.LABEL === label)
  const metadata = division('Metadata')
  const idsOf = (sections: XmlNode[]): string => sections.map(({ attributes }) => attributes.ID).join(' ')
  const groups = at(root, 'mets:fileSec', 'mets:fileGrp')
  const pointsTo = (label: string, use: string): boolean => {
    const wanted = groups
      .filter(({ attributes }) => attributes.USE?.startsWith(use))
      .map(({ attributes }) => attributes.ID)
    const found = division(label)?.children.map(({ attributes }) => attributes.FILEID)
    return wanted.length > 0 && JSON.stringify(wanted) === JSON.stringify(found)
  }
  return [
    ['CSIP80: one structMap', maps.length === 1],
    ['CSIP81: type', map?.attributes.TYPE === 'PHYSICAL'],
    ['CSIP82: label', map?.attributes.LABEL === 'CSIP'],
    ['CSIP83, CSIP85: IDs', [map, top].every(node => NCNAME.test(node?.attributes.ID ?? ''))],
    ['CSIP84: one division', top !== undefined && another === undefined],
    ['CSIP86: the package', top?.attributes.LABEL === root.attributes.OBJID],
    ['CSIP88 to CSIP90: metadata', NCNAME.test(metadata?.attributes.ID ?? '')],
    ['CSIP91: provenance', metadata?.attributes.ADMID === idsOf(at(root, 'mets:amdSec', 'mets:digiprovMD'))],
    ['CSIP92: descriptions', metadata?.attributes.DMDID === idsOf(at(root, 'mets:dmdSec'))],
    ['CSIP93 to CSIP96, CSIP116: documentation', pointsTo('Documentation', 'Documentation')],
    ['CSIP97 to CSIP100, CSIP118: schemas', pointsTo('Schemas', 'Schemas')],
    ['CSIP101 to CSIP104, CSIP119: content', pointsTo('Representations', 'Representations/')],
  ]
}

/** CSIPSTR: where things lie; and that METS names each file once, by ids that are its own. */
function packageChecks(root: XmlNode, { files }: Unpacked): Check[] {
  const nodes = everyNode(root)
  const ids = nodes.flatMap(({ attributes }) => attributes.ID ?? [])
  const named = nodes.flatMap(({ attributes }) => attributes['xlink:href'] ?? []).sort()
  const there = [...files.keys()].filter(path => path !== 'METS.xml').sort()
  const folders = new Set(there.map(path => path.split('/')[0]))
  return [
    ['CSIPSTR: METS.xml', files.has('METS.xml')],
    ['CSIPSTR: folders', [...folders].sort().join() === 'documentation,metadata,representations,schemas'],
    ['unique ids', new Set(ids).size === ids.length],
    ['every file is named, once', JSON.stringify(named) === JSON.stringify(there)],
  ]
}

/** Requirements of E-ARK CSIP and SIP 2.1.0 that a package of one METS does not meet; read from the specifications. */
export function csipFaults(unpacked: Unpacked): string[] {
  const mets = unpacked.files.get('METS.xml')
  if (!mets) return ['CSIPSTR: METS.xml']
  const root = xmlTree(mets)
  return [
    ...headChecks(root, unpacked),
    ...metadataChecks(root, unpacked),
    ...fileChecks(root, unpacked),
    ...structureChecks(root),
    ...packageChecks(root, unpacked),
  ]
    .filter(([, holds]) => !holds)
    .map(([requirement]) => requirement)
}
