import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisation } from './organisation.ts'
import { appUser } from './user.ts'

/** Lets another system of the organisation read or write figures. The token itself is shown once and kept by nobody. */
export const apiToken = pgTable('api_token', {
  id: uuid().primaryKey().defaultRandom(),
  organisationId: uuid()
    .notNull()
    .references(() => organisation.id),
  name: text().notNull(),
  /** SHA-256 of the token, lower-case hex. */
  tokenHash: text().notNull().unique(),
  scopes: jsonb().$type<string[]>().notNull(),
  createdBy: uuid()
    .notNull()
    .references(() => appUser.id),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  expiresAt: timestamp({ withTimezone: true }),
  lastUsedAt: timestamp({ withTimezone: true }),
  revokedAt: timestamp({ withTimezone: true }),
})

/** What a request with an Idempotency-Key was answered, so that a repeated one is answered the same and does nothing. */
export const apiAnswer = pgTable(
  'api_answer',
  {
    tokenId: uuid()
      .notNull()
      .references(() => apiToken.id),
    key: text().notNull(),
    /** SHA-256 of the request's body, lower-case hex: the same key with another body is refused. */
    requestSha256: text().notNull(),
    status: integer().notNull(),
    body: jsonb().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [primaryKey({ columns: [table.tokenId, table.key] })],
)

/** An address that is told when figures change. */
export const webhook = pgTable('webhook', {
  id: uuid().primaryKey().defaultRandom(),
  organisationId: uuid()
    .notNull()
    .references(() => organisation.id),
  url: text().notNull(),
  /** Signs each delivery. */
  secret: text().notNull(),
  createdBy: uuid()
    .notNull()
    .references(() => appUser.id),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  revokedAt: timestamp({ withTimezone: true }),
})

/** What is still to be told, and what was. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    webhookId: uuid()
      .notNull()
      .references(() => webhook.id),
    body: jsonb().notNull(),
    attempts: integer().notNull().default(0),
    /** Null when it was delivered or given up. */
    nextAt: timestamp({ withTimezone: true }).defaultNow(),
    deliveredAt: timestamp({ withTimezone: true }),
    lastError: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [index('webhook_delivery_due').on(table.nextAt)],
)
