import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { sha256Hex } from '../../sha256.ts'
import type { ArchiveFacts, Evidence, Person } from './archive-facts.ts'
import type { PackageFile } from './package-file.ts'
import { SOFTWARE } from './software.ts'
import { sv } from './sv.ts'
import { element, textElement, xmlBytes } from './xml.ts'

const NAMESPACES = {
  'xmlns:premis': 'http://www.loc.gov/premis/v3',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'http://www.loc.gov/premis/v3 https://www.loc.gov/standards/premis/premis.xsd',
  version: '3.0',
}

const own = (name: string, ...children: (string | null)[]): string => element(`premis:${name}`, {}, ...children)
const text = (name: string, value: string | null): string | null => textElement(`premis:${name}`, value)
/** "objectIdentifier" and the two parts that each identifier has. */
const identifier = (name: string, type: string, value: string): string =>
  own(name, text(`${name}Type`, type), text(`${name}Value`, value))

function fileObject({ path, bytes, format }: PackageFile): string {
  const registry = format.pronom
    ? own('formatRegistry', text('formatRegistryName', 'PRONOM'), text('formatRegistryKey', format.pronom))
    : null
  return element(
    'premis:object',
    { 'xsi:type': 'premis:file' },
    identifier('objectIdentifier', 'path', path),
    own(
      'objectCharacteristics',
      own('fixity', text('messageDigestAlgorithm', 'SHA-256'), text('messageDigest', sha256Hex(bytes))),
      text('size', String(bytes.byteLength)),
      own(
        'format',
        own('formatDesignation', text('formatName', format.name), text('formatVersion', format.version ?? null)),
        registry,
      ),
    ),
  )
}

/** Who or what did something; people by their id, since two may have the same name and title. */
interface Agent {
  identifier: [type: string, value: string]
  name: string
  type: 'person' | 'organization' | 'software'
  version?: string
}

interface Happening {
  id: string
  kind: string
  at: string
  detail: string | null
  outcome: string | null
  agents: Agent[]
  /** Path of what it happened to. */
  object: string
}

/** Where the package has what was locked, and what was signed and sent. */
export interface Handled {
  report: string
  pdf: string
}

const SOFTWARE_AGENT: Agent = { identifier: ['local', 'programvara'], type: 'software', ...SOFTWARE }

const agentOf = (person: Person | null): Agent =>
  person
    ? {
        identifier: ['UUID', person.id],
        name: [person.name, person.title].filter(Boolean).join(', '),
        type: 'person',
      }
    : SOFTWARE_AGENT

/** Where nobody has given its number, it is the one organisation of the package. */
const organisationAgent = ({ name, number }: ResolvedReport['organisation']): Agent => ({
  identifier: number === undefined ? ['local', 'organisation'] : ['organisationsnummer', number],
  name,
  type: 'organization',
})

/** Types of events that the Library of Congress has a word for (Event Type vocabulary); the others keep ours. */
const EVENT_TYPES: Record<string, string> = { signed: 'digital signature generation', dispatched: 'transfer' }

const outcomeOf = ({ errorCode, hashAfter }: Evidence): string | null =>
  errorCode ?? (hashAfter === null ? null : `SHA-256 ${hashAfter}`)

const happenings = (
  { organisation }: ResolvedReport,
  { locked, events }: ArchiveFacts,
  { report, pdf }: Handled,
): Happening[] => [
  {
    id: 'last',
    kind: 'locked',
    at: locked.at,
    detail: null,
    outcome: `SHA-256 ${locked.sha256}`,
    // The lock is what makes the text the organisation's handling.
    agents: [agentOf(locked.by), organisationAgent(organisation)],
    object: report,
  },
  ...events.map(event => ({
    id: `handelse-${event.id}`,
    kind: event.kind,
    at: event.at,
    detail: event.reason,
    outcome: outcomeOf(event),
    agents: [agentOf(event.person)],
    object: pdf,
  })),
]

const eventElement = ({ id, kind, at, detail, outcome, agents, object }: Happening): string =>
  own(
    'event',
    identifier('eventIdentifier', 'local', id),
    text('eventType', EVENT_TYPES[kind] ?? kind),
    text('eventDateTime', at),
    own('eventDetailInformation', text('eventDetail', [sv.event[kind] ?? kind, detail].filter(Boolean).join(': '))),
    outcome === null ? null : own('eventOutcomeInformation', text('eventOutcome', outcome)),
    ...agents.map(agent => identifier('linkingAgentIdentifier', ...agent.identifier)),
    identifier('linkingObjectIdentifier', 'path', object),
  )

const agentElement = ({ identifier: known, name, type, version }: Agent): string =>
  own(
    'agent',
    identifier('agentIdentifier', ...known),
    text('agentName', name),
    text('agentType', type),
    text('agentVersion', version ?? null),
  )

/** Each once, in the order that they come; the software last. */
function agentsOf(all: Happening[]): Agent[] {
  const found = all.flatMap(({ agents }) => agents).filter(agent => agent !== SOFTWARE_AGENT)
  return [...new Map(found.map(agent => [agent.identifier.join(), agent])).values(), SOFTWARE_AGENT]
}

/** PREMIS 3.0: the files with their fixity, what happened to the handling, and who did it. */
export function premis(
  resolved: ResolvedReport,
  facts: ArchiveFacts,
  { packageId, files, handled }: { packageId: string; files: PackageFile[]; handled: Handled },
): Uint8Array {
  const { report } = resolved
  const handling = element(
    'premis:object',
    { 'xsi:type': 'premis:intellectualEntity' },
    identifier('objectIdentifier', 'local', packageId),
    report.diaryNumber === null ? null : identifier('objectIdentifier', 'diarienummer', report.diaryNumber),
  )
  const all = happenings(resolved, facts, handled)
  return xmlBytes(
    element(
      'premis:premis',
      NAMESPACES,
      handling,
      ...files.map(fileObject),
      ...all.map(eventElement),
      ...agentsOf(all).map(agentElement),
    ),
  )
}
