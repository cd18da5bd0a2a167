import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { organisation } from './organisation.ts'
import { appUser } from './user.ts'

/** An organisation's own template while it is worked on. Publishing it makes the next template_version of its key. */
export const templateDraft = pgTable(
  'template_draft',
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    key: text().notNull(),
    /** The product's template that it began as: its law references must not be lost. Null for one of its own. */
    basedOn: text(),
    /** See templates/template.ts; `version` is the one that it gets when it is published. */
    definition: jsonb().$type<unknown>().notNull(),
    /** Raised at every change, so that two who work on it do not overwrite each other unseen. */
    revision: integer().notNull().default(1),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    changedBy: uuid()
      .notNull()
      .references(() => appUser.id),
  },
  table => [unique('template_draft_once').on(table.organisationId, table.key)],
)
