import type { z } from 'zod'
import type { rowKind } from '#editor/core/structure/row-kind.ts'
import type { unitKind } from '../schema/section.ts'
import type { TemplateInput } from '../template.ts'

/** Parts of a template as they are written: what has a default may be left out. */
export type SectionInput = TemplateInput['sections'][number]
export type RowKindInput = z.input<typeof rowKind>
export type UnitKindInput = z.input<typeof unitKind>
