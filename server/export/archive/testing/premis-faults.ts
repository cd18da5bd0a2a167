import type { XmlNode } from './xml-tree.ts'

const bare = ({ name }: XmlNode): string => name.replace(/^premis:/, '')

const valuesOf = (root: XmlNode, parent: string, name: string): string[] => {
  const own = bare(root) === parent ? root.children.filter(child => bare(child) === name).map(({ text }) => text) : []
  return [...own, ...root.children.flatMap(child => valuesOf(child, parent, name))]
}

/** What the schema of PREMIS cannot say: who or what is named and is not there, and identifiers that are not one's own. */
export function premisFaults(root: XmlNode): string[] {
  const agents = valuesOf(root, 'agentIdentifier', 'agentIdentifierValue')
  const objects = valuesOf(root, 'objectIdentifier', 'objectIdentifierValue')
  const events = valuesOf(root, 'eventIdentifier', 'eventIdentifierValue')
  const linked = (name: string) => valuesOf(root, name, `${name}Value`)
  return [
    ...linked('linkingAgentIdentifier').filter(value => !agents.includes(value)),
    ...linked('linkingObjectIdentifier').filter(value => !objects.includes(value)),
    ...(new Set(events).size === events.length ? [] : ['event identifiers']),
    ...(new Set(agents).size === agents.length ? [] : ['agent identifiers']),
  ]
}
