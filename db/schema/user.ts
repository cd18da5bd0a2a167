import { boolean, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { board, organisation } from './organisation.ts'

export const ROLES = [
  'mas',
  'mar',
  'handlaggare',
  /** Writes only in the sections that are theirs. */
  'bidragsgivare',
  'verksamhetschef',
  'ekonom',
  'forvaltningschef',
  'namndsekreterare',
  /** Of a nämnd or styrelse: reads and signs. */
  'ordforande',
  'revisor',
  'administrator',
] as const

export const appUser = pgTable('app_user', {
  id: uuid().primaryKey().defaultRandom(),
  organisationId: uuid()
    .notNull()
    .references(() => organisation.id),
  /** Short login name of a demo user ("mas"), or the OIDC issuer and subject ("https://idp#123"). */
  login: text().notNull().unique(),
  name: text().notNull(),
  title: text().notNull(),
  /** Where reminders go; null where nobody has given one. */
  email: text(),
  /** False once the person has said no to reminders by e-mail. */
  wantsReminders: boolean().notNull().default(true),
  active: boolean().notNull().default(true),
})

/** What a person may do, and where: one row per role and board; no board means the whole organisation. */
export const roleGrant = pgTable(
  'role_grant',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    boardId: uuid().references(() => board.id),
    role: text({ enum: ROLES }).notNull(),
  },
  table => [unique('role_grant_once').on(table.userId, table.boardId, table.role).nullsNotDistinct()],
)
