import { integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { organisation } from './organisation.ts'
import { appUser } from './user.ts'

/** A template as it was when a report was made from it, or when an organisation published it. Never changed. */
export const templateVersion = pgTable(
  'template_version',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Null for the templates of the product. */
    organisationId: uuid().references(() => organisation.id),
    key: text().notNull(),
    version: integer().notNull(),
    /** See templates/template.ts. */
    definition: jsonb().$type<unknown>().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    publishedBy: uuid().references(() => appUser.id),
  },
  table => [unique('template_version_once').on(table.organisationId, table.key, table.version).nullsNotDistinct()],
)
