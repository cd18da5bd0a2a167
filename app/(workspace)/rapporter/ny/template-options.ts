import type { Template } from '#templates/template.ts'

/** What the form shows of a template: the browser needs no more of it. */
export type TemplateOption = Pick<Template, 'key' | 'name' | 'description' | 'title' | 'deadline'> & {
  sectionCount: number
}

export const templateOptions = (templates: readonly Template[]): TemplateOption[] =>
  templates.map(({ key, name, description, title, deadline, sections }) => ({
    key,
    name,
    description,
    title,
    deadline,
    sectionCount: sections.length,
  }))
