import { boolean, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { board, organisation } from './organisation.ts'

export const appUser = pgTable('app_user', {
  id: uuid().primaryKey().defaultRandom(),
  organisationId: uuid()
    .notNull()
    .references(() => organisation.id),
  /** Short login name of a demo user ("mas"), or the OIDC issuer and subject ("https://idp#123"). */
  login: text().notNull().unique(),
  name: text().notNull(),
  title: text().notNull(),
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
    role: text({
      enum: [
        'mas',
        'mar',
        'handlaggare',
        'bidragsgivare',
        'verksamhetschef',
        'ekonom',
        'forvaltningschef',
        'namndsekreterare',
        'revisor',
        'administrator',
      ],
    }).notNull(),
  },
  table => [unique('role_grant_once').on(table.userId, table.boardId, table.role).nullsNotDistinct()],
)
