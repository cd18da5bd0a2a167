import type { Template } from '#templates/template.ts'

/** Law references of a template's sections, by the sections' keys. */
export const lawsByKey = ({ sections }: Template): Record<string, string[]> =>
  Object.fromEntries(sections.map(({ key, lawReferences }) => [key, lawReferences]))
