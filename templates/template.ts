import { z } from 'zod'
import { field, key, longWords, words } from '#editor/core/structure/field.ts'
import { inSwedish } from './placeholders.ts'
import { templateSection } from './schema/section.ts'
import { MOST_SIGNERS } from './signing-limits.ts'

/**
 * A document type, as pure data: a value that JSON carries unchanged, since organisations make their own from it.
 * It narrows the insert menu and the checks, never the document schema.
 */
export const template = z
  .object({
    key,
    /** Raised at every change; a report keeps the version that it was made from. */
    version: z.int().min(1),
    name: words,
    description: longWords,
    /** Title offered for a new report; "{år}" is the year that it accounts for. */
    title: words,
    /** Last day by law, in the year `yearsAfter` the one that the report accounts for. */
    deadline: z
      .object({
        yearsAfter: z.int().min(0).max(2),
        month: z.int().min(1).max(12),
        day: z.int().min(1).max(31),
        law: words,
      })
      .nullable(),
    /** How its printed forms begin: with a cover and contents, or, for a page or two, with a head above the text. */
    opening: z.enum(['cover', 'head']).default('cover'),
    /** Of the report as a whole: period, granskning, who it is for. */
    fields: z.array(field).default([]),
    sections: z.array(templateSection).min(1),
    /** Att-satser that the cover note offers, without "att"; "{år}" and "{titel}" are filled in. */
    decision: z.array(words).default([]),
    /** Who signs it and in which order, as a proposal: "Föredragande", "Nämndens ordförande". */
    signing: z
      .object({ order: z.enum(['sequence', 'parallel']), capacities: z.array(words).min(1).max(MOST_SIGNERS) })
      .default({ order: 'sequence', capacities: ['Föredragande', 'Förvaltningschef'] }),
    /** Who the decision is sent to. */
    recipients: z.array(words).default([]),
  })
  .overwrite(inSwedish)

export type Template = z.infer<typeof template>
/** As it is written: what has a default may be left out. */
export type TemplateInput = z.input<typeof template>

/** Everything filled in. @throws ZodError that names the place */
export const defineTemplate = (input: TemplateInput): Template => template.parse(input)
