import { unzipSync } from 'fflate'
import { sha256Hex } from '../../../sha256.ts'
import { at, everyNode, type XmlNode, xmlTree } from './xml-tree.ts'

/** Files by path in the package's folder; the folder's name, empty where it is not alone. */
export interface Unpacked {
  folder: string
  files: Map<string, Uint8Array>
}

export function unpack(zip: Uint8Array): Unpacked {
  const entries = Object.entries(unzipSync(zip))
  const [folder = '', ...others] = new Set(entries.map(([path]) => path.split('/')[0] ?? ''))
  if (others.length) return { folder: '', files: new Map(entries) }
  return { folder, files: new Map(entries.map(([path, bytes]) => [path.slice(folder.length + 1), bytes])) }
}

const NCNAME = /^[A-Za-z_][\w.-]*$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const MD_TYPES =
  'MARC MODS EAD DC NISOIMG LC-AV VRA TEIHDR DDI FGDC LOM PREMIS PREMIS:OBJECT PREMIS:AGENT PREMIS:RIGHTS PREMIS:EVENT TEXTMD METSRIGHTS ISO\u00a019115:2003\u00a0NAP EAC-CPF LIDO OTHER'.split(
    ' ',
  )

type Check = [requirement: string, holds: boolean]

interface Numbers {
  /** LOCTYPE; the link and the location follow. */
  place: number
  /** MIMETYPE; size, date, checksum and its type follow. */
  file: number
}

/** What every reference to a file must say: mdRef of dmdSec and digiprovMD, file with its FLocat. */
function reference(csip: Numbers, place: XmlNode, described: XmlNode, { files }: Unpacked): Check[] {
  const bytes = files.get(place.attributes['xlink:href'] ?? '')
  const { MIMETYPE, SIZE, CREATED, CHECKSUM, CHECKSUMTYPE } = described.attributes
  return [
    [`CSIP${csip.place}: locator`, place.attributes.LOCTYPE === 'URL'],
    [`CSIP${csip.place + 1}: link`, place.attributes['xlink:type'] === 'simple'],
    [`CSIP${csip.place + 2}: location`, bytes !== undefined],
    [`CSIP${csip.file}: media type`, /^[a-z]+\/[a-z0-9.+-]+$/.test(MIMETYPE ?? '')],
    [`CSIP${csip.file + 1}: size`, SIZE === String(bytes?.byteLength)],
    [`CSIP${csip.file + 2}: created`, INSTANT.test(CREATED ?? '')],
    [`CSIP${csip.file + 3}: checksum`, CHECKSUM === sha256Hex(bytes ?? '')],
    [`CSIP${csip.file + 4}: checksum type`, CHECKSUMTYPE === 'SHA-256'],
  ]
}

const named = (agent: XmlNode | undefined): boolean => Boolean(agent && at(agent, 'mets:name')[0]?.text)

/** CSIPVocabularyContentCategory of 2.1.0. */
const CATEGORIES = [
  'Textual works – Print',
  'Textual works – Digital',
  'Textual works – Electronic Serials',
  'Digital Musical Composition (score-based representations)',
  'Photographs – Print',
  'Photographs – Digital',
  'Other Graphic Images – Print',
  'Other Graphic Images – Digital',
  'Microforms',
  'Audio – On Tangible Medium (digital or analog)',
  'Audio – Media-independent (digital)',
  'Motion Pictures – Digital and Physical Media',
  'Video – File-based and Physical Media',
  'Software',
  'Datasets',
  'Geospatial Data',
  'Databases',
  'Websites',
  'Collection',
  'Event',
  'Interactive resource',
  'Physical object',
  'Service',
  'Mixed',
  'Other',
]

function rootChecks({ attributes }: XmlNode, { folder }: Unpacked): Check[] {
  const own = attributes
  return [
    ['CSIP1, CSIPSTR1, CSIPSTR2: OBJID is the only folder', own.OBJID === folder && folder !== ''],
    ['SIP1: title', Boolean(own.LABEL)],
    ['CSIP2: category', CATEGORIES.includes(own.TYPE ?? '')],
    ['CSIP3: other category', own.TYPE !== 'Other' || Boolean(own['csip:OTHERTYPE'])],
    ['CSIP4: content', own['csip:CONTENTINFORMATIONTYPE'] === 'OTHER'],
    ['CSIP5: other content', Boolean(own['csip:OTHERCONTENTINFORMATIONTYPE'])],
    ['CSIP6, SIP2: profile', own.PROFILE === 'https://earksip.dilcis.eu/profile/E-ARK-SIP.xml'],
  ]
}

function headChecks(root: XmlNode): Check[] {
  const [header, second] = at(root, 'mets:metsHdr')
  const { CREATEDATE = '', LASTMODDATE = '', RECORDSTATUS, ...own } = header?.attributes ?? {}
  const agents = header ? at(header, 'mets:agent') : []
  const software = agents.filter(({ attributes }) => attributes.OTHERTYPE === 'SOFTWARE')
  const [maker] = software
  const notes = maker ? at(maker, 'mets:note') : []
  const isBody = ({ attributes }: XmlNode): boolean => /^(ORGANIZATION|INDIVIDUAL)$/.test(attributes.TYPE ?? '')
  const archivists = agents.filter(({ attributes }) => attributes.ROLE === 'ARCHIVIST')
  const submitting = agents.filter(agent => agent.attributes.ROLE === 'CREATOR' && isBody(agent))
  const codes = [...archivists, ...submitting].flatMap(agent => at(agent, 'mets:note'))
  return [
    ['CSIP117: one header', header !== undefined && second === undefined],
    ['CSIP7: created', INSTANT.test(CREATEDATE)],
    ['CSIP8: modified', INSTANT.test(LASTMODDATE) && LASTMODDATE >= CREATEDATE],
    ['CSIP9, SIP4: SIP', own['csip:OAISPACKAGETYPE'] === 'SIP'],
    ['SIP3: status', RECORDSTATUS === 'NEW'],
    ['CSIP10, CSIP13: one software', software.length === 1],
    ['CSIP11: role', maker?.attributes.ROLE === 'CREATOR'],
    ['CSIP12: type', maker?.attributes.TYPE === 'OTHER'],
    ['CSIP14: name', named(maker)],
    ['CSIP15: version', notes.length === 1 && Boolean(notes[0]?.text)],
    ['CSIP16: kind of note', notes[0]?.attributes['csip:NOTETYPE'] === 'SOFTWARE VERSION'],
    ['SIP9, SIP10: archival creator', archivists.length === 1],
    ['SIP11: its type', archivists.every(isBody)],
    ['SIP12: its name', archivists.every(named)],
    ['SIP15 to SIP17: submitting agent', submitting.length === 1],
    ['SIP18: its name', submitting.every(named)],
    ['SIP14, SIP20: kinds of notes', codes.every(note => note.attributes['csip:NOTETYPE'] === 'IDENTIFICATIONCODE')],
  ]
}

interface Sections {
  ids: number
  /** STATUS; the reference follows. */
  status: number
  type: number
  reference: Numbers
  /** CSIPSTR. */
  folder: [requirement: number, path: string]
}

const sectionChecks = (section: XmlNode, csip: Sections, unpacked: Unpacked): Check[] => {
  const [ref] = at(section, 'mets:mdRef')
  const { ID = '', CREATED = '', STATUS } = section.attributes
  const { MDTYPE = '', 'xlink:href': href = '' } = ref?.attributes ?? {}
  const [structure, folder] = csip.folder
  return [
    [`CSIP${csip.ids}: ID`, NCNAME.test(ID)],
    ['CSIP19: created', INSTANT.test(CREATED)],
    [`CSIP${csip.status}: status`, STATUS === 'CURRENT'],
    [`CSIP${csip.status + 1}: reference`, ref !== undefined],
    [`CSIP${csip.type}: type`, MD_TYPES.includes(MDTYPE)],
    [`CSIPSTR5, CSIPSTR${structure}: folder`, href.startsWith(folder)],
    ...(ref ? reference(csip.reference, ref, ref, unpacked) : []),
  ]
}

function metadataChecks(root: XmlNode, unpacked: Unpacked): Check[] {
  const descriptive = at(root, 'mets:dmdSec')
  const provenance = at(root, 'mets:amdSec', 'mets:digiprovMD')
  const ofDescription: Sections = {
    ids: 18,
    status: 20,
    type: 25,
    reference: { place: 22, file: 26 },
    folder: [7, 'metadata/descriptive/'],
  }
  const ofProvenance: Sections = {
    ids: 33,
    status: 34,
    type: 39,
    reference: { place: 36, file: 40 },
    folder: [6, 'metadata/preservation/'],
  }
  return [
    ['CSIP17: descriptive', descriptive.length > 0],
    ['CSIP31: one amdSec', at(root, 'mets:amdSec').length === 1],
    [
      'CSIP32: PREMIS',
      provenance.length > 0 && provenance.every(one => one.children[0]?.attributes.MDTYPE === 'PREMIS'),
    ],
    ...descriptive.flatMap(section => sectionChecks(section, ofDescription, unpacked)),
    ...provenance.flatMap(section => sectionChecks(section, ofProvenance, unpacked)),
  ]
}

function fileChecks(root: XmlNode, unpacked: Unpacked): Check[] {
  const sections = at(root, 'mets:fileSec')
  const groups = at(root, 'mets:fileSec', 'mets:fileGrp')
  const uses = groups.map(({ attributes }) => attributes.USE ?? '')
  const files = groups.flatMap(group => at(group, 'mets:file'))
  const content = groups.filter(({ attributes }) => attributes.USE?.startsWith('Representations'))
  const provenance = at(root, 'mets:amdSec', 'mets:digiprovMD').map(({ attributes }) => attributes.ID)
  return [
    ['CSIP58: one fileSec', sections.length === 1],
    ['CSIP59: ID', NCNAME.test(sections[0]?.attributes.ID ?? '')],
    ['CSIP60: documentation', uses.includes('Documentation')],
    ['CSIP113: schemas', uses.includes('Schemas')],
    ['CSIP114: representations', uses.some(use => use.startsWith('Representations/'))],
    ['CSIP62: content', content.every(({ attributes }) => attributes['csip:CONTENTINFORMATIONTYPE'] === 'OTHER')],
    ['CSIP63: other content', content.every(({ attributes }) => attributes['csip:OTHERCONTENTINFORMATIONTYPE'])],
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
      const { ID = '', ADMID, 'sip:FILEFORMATNAME': format, 'sip:FORMATREGISTRYKEY': key = '' } = file.attributes
      const registry = file.attributes['sip:FORMATREGISTRY']
      return [
        ['CSIP67: ID', NCNAME.test(ID)],
        ['CSIP74: provenance', provenance.includes(ADMID)],
        ['CSIP76: located', place !== undefined],
        ['SIP32, SIP33: format', Boolean(format) && file.attributes['sip:FILEFORMATVERSION'] !== ''],
        ['SIP34, SIP35: registry', registry === undefined || (registry === 'PRONOM' && /^(x-)?fmt\/\d+$/.test(key))],
        ...(place ? reference({ place: 77, file: 68 }, place, file, unpacked) : []),
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
    ['CSIPSTR4: METS.xml', files.has('METS.xml')],
    [
      'CSIPSTR5, CSIPSTR9, CSIPSTR14, CSIPSTR15, CSIPSTR16: folders',
      [...folders].sort().join() === 'documentation,metadata,representations,schemas',
    ],
    [
      'CSIPSTR10, CSIPSTR11: data of a representation',
      there.every(path => !path.startsWith('representations/') || /^representations\/[^/]+\/data\/./.test(path)),
    ],
    ['unique ids', new Set(ids).size === ids.length],
    ['every file is named, once', JSON.stringify(named) === JSON.stringify(there)],
  ]
}

/** Requirements of E-ARK CSIP and SIP 2.1.0 that a package of one METS does not meet; read from the specifications. */
export function csipFaults(unpacked: Unpacked): string[] {
  const mets = unpacked.files.get('METS.xml')
  if (!mets) return ['CSIPSTR4: METS.xml']
  const root = xmlTree(mets)
  return [
    ...rootChecks(root, unpacked),
    ...headChecks(root),
    ...metadataChecks(root, unpacked),
    ...fileChecks(root, unpacked),
    ...structureChecks(root),
    ...packageChecks(root, unpacked),
  ]
    .filter(([, holds]) => !holds)
    .map(([requirement]) => requirement)
}
