import type { Template } from '#templates/template.ts'

/** What the form shows of a template: the browser needs no more of it. */
export type TemplateOption = Pick<Template, 'key' | 'name' | 'description' | 'title' | 'deadline'> & {
  sectionCount: number
  /** Sections of level 1. */
  chapters: { key: string; heading: string }[]
}

export const templateOptions = (templates: readonly Template[]): TemplateOption[] =>
  templates.map(({ key, name, description, title, deadline, sections }) => ({
    key,
    name,
    description,
    title,
    deadline,
    sectionCount: sections.length,
    chapters: sections.filter(({ level }) => level === 1).map(({ key, heading }) => ({ key, heading })),
  }))
