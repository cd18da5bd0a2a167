import type { XmlNode } from './xml-tree.ts'

/** Children in order, by the PREMIS Data Dictionary 3.0, of what the packages use; "?" may be missing, "*" may be many. */
const SHAPE: Record<string, string> = {
  premis: 'object* event* agent*',
  'object of intellectualEntity': 'objectIdentifier*',
  'object of file': 'objectIdentifier* objectCharacteristics',
  objectIdentifier: 'objectIdentifierType objectIdentifierValue',
  objectCharacteristics: 'fixity size format',
  fixity: 'messageDigestAlgorithm messageDigest',
  format: 'formatDesignation formatRegistry?',
  formatDesignation: 'formatName formatVersion?',
  formatRegistry: 'formatRegistryName formatRegistryKey',
  event:
    'eventIdentifier eventType eventDateTime eventDetailInformation eventOutcomeInformation? linkingAgentIdentifier linkingObjectIdentifier',
  eventIdentifier: 'eventIdentifierType eventIdentifierValue',
  eventDetailInformation: 'eventDetail',
  eventOutcomeInformation: 'eventOutcome',
  linkingAgentIdentifier: 'linkingAgentIdentifierType linkingAgentIdentifierValue',
  linkingObjectIdentifier: 'linkingObjectIdentifierType linkingObjectIdentifierValue',
  agent: 'agentIdentifier agentName agentType agentVersion?',
  agentIdentifier: 'agentIdentifierType agentIdentifierValue',
}

const bare = ({ name }: XmlNode): string => name.replace(/^premis:/, '')

const valuesOf = (root: XmlNode, parent: string, name: string): string[] => {
  const own = bare(root) === parent ? root.children.filter(child => bare(child) === name).map(({ text }) => text) : []
  return [...own, ...root.children.flatMap(child => valuesOf(child, parent, name))]
}

function shapeFaults(node: XmlNode): string[] {
  const type = node.attributes['xsi:type']?.replace('premis:', '')
  const key = type ? `${bare(node)} of ${type}` : bare(node)
  const shape = SHAPE[key]
  if (shape === undefined) return node.children.length > 0 || !node.text ? [`${key} is not known, or empty`] : []
  const pattern = shape
    .split(' ')
    .map(part => `(${part.replace(/[?*]$/, '')} )${/[?*]$/.exec(part)?.[0].replace('*', '+') ?? ''}`)
    .join('')
  const children = node.children.map(child => `${bare(child)} `).join('')
  return [
    ...(new RegExp(`^${pattern}$`).test(children) ? [] : [`${key} has ${children}`]),
    ...node.children.flatMap(shapeFaults),
  ]
}

/** What does not follow PREMIS 3.0, or names something that is not there. */
export function premisFaults(root: XmlNode): string[] {
  const agents = valuesOf(root, 'agentIdentifier', 'agentIdentifierValue')
  const objects = valuesOf(root, 'objectIdentifier', 'objectIdentifierValue')
  const events = valuesOf(root, 'eventIdentifier', 'eventIdentifierValue')
  const linked = (name: string) => valuesOf(root, name, `${name}Value`)
  return [
    ...(root.attributes.version === '3.0' ? [] : ['version']),
    ...shapeFaults(root),
    ...linked('linkingAgentIdentifier').filter(value => !agents.includes(value)),
    ...linked('linkingObjectIdentifier').filter(value => !objects.includes(value)),
    ...(new Set(events).size === events.length ? [] : ['event identifiers']),
    ...(new Set(agents).size === agents.length ? [] : ['agent identifiers']),
  ]
}
