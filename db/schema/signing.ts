import { sql } from 'drizzle-orm'
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, frozenReport } from './document.ts'
import { report } from './report.ts'
import { appUser } from './user.ts'

/** How somebody proved who they are before they signed. */
export interface Authentication {
  method: 'oidc' | 'demo'
  /** Of the identity provider; null for demo users. */
  issuer: string | null
  subject: string
  /** Authentication context class and methods, as the provider stated them (OpenID Connect Core 2). */
  acr: string | null
  amr: string[]
  /** ISO 8601 instant of the login. */
  at: string
}

/** One attempt to get a locked version of a report signed by all who should. */
export const signingRound = pgTable(
  'signing_round',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    /** Which locked version of the report. */
    version: integer().notNull(),
    order: text({ enum: ['sequence', 'parallel'] }).notNull(),
    /** PAdES baseline level that every signature gets (ETSI EN 319 142-1). */
    level: text({ enum: ['B-B', 'B-T', 'B-LT', 'B-LTA'] }).notNull(),
    /** Printed in the file, and part of the address where anybody can verify it. */
    code: text().notNull().unique(),
    /** How many sign. A file with fewer is not the finished one. */
    expected: integer().notNull(),
    state: text({ enum: ['open', 'signed', 'refused', 'withdrawn'] })
      .notNull()
      .default('open'),
    /** What the starter tells the signers. */
    message: text(),
    deadline: date({ mode: 'string' }),
    startedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    endedAt: timestamp({ withTimezone: true }),
  },
  table => [
    foreignKey({
      name: 'signing_round_frozen',
      columns: [table.reportId, table.version],
      foreignColumns: [frozenReport.reportId, frozenReport.version],
    }),
    uniqueIndex('signing_round_one_open').on(table.reportId, table.version).where(sql`state in ('open', 'signed')`),
  ],
)

export const signer = pgTable(
  'signer',
  {
    id: uuid().primaryKey().defaultRandom(),
    roundId: uuid()
      .notNull()
      .references(() => signingRound.id),
    /** From 0: the order in a sequence, and on the page. */
    position: integer().notNull(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    /** As what they sign: "Föredragande". */
    capacity: text().notNull(),
    /** Name of the signature field in the file. */
    field: text().notNull(),
    state: text({ enum: ['waiting', 'signed', 'refused'] })
      .notNull()
      .default('waiting'),
    decidedAt: timestamp({ withTimezone: true }),
    /** When the signer was told that it is their turn; null while it is not, or nobody has been told. */
    toldAt: timestamp({ withTimezone: true }),
    remindedAt: timestamp({ withTimezone: true }),
  },
  table => [
    unique('signer_position').on(table.roundId, table.position),
    unique('signer_once').on(table.roundId, table.userId),
    index('signer_waiting').on(table.userId).where(sql`state = 'waiting'`),
  ],
)

/** The file of a round: unsigned, and after each signature. Append-only. */
export const signedFile = pgTable(
  'signed_file',
  {
    id: uuid().primaryKey().defaultRandom(),
    roundId: uuid()
      .notNull()
      .references(() => signingRound.id),
    /** How many signatures it holds. */
    revision: integer().notNull(),
    bytes: bytea().notNull(),
    /** Lower-case hex. */
    sha256: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [
    unique('signed_file_revision').on(table.roundId, table.revision),
    index('signed_file_sha256').on(table.sha256),
  ],
)

/** What a signature rests on, beside the file itself. */
export interface SignatureFacts {
  /** Of the key provider: "pkcs12". */
  provider: string
  /** Signatures of a test key count for nothing. */
  test: boolean
  level: string
  /** RFC 4514 names of the certificate and of its issuer. */
  certificate: { subject: string; issuer: string; serial: string; notAfter: string }
  /** ISO 8601 instant of the RFC 3161 time stamp; null without one. */
  timestamp: string | null
}

/** Evidence: everything that happened to a report from its lock on. Append-only. */
export const signingEvent = pgTable(
  'signing_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    version: integer().notNull(),
    roundId: uuid().references(() => signingRound.id),
    signerId: uuid().references(() => signer.id),
    kind: text({
      enum: ['started', 'seen', 'signed', 'failed', 'refused', 'withdrawn', 'completed', 'reopened', 'dispatched'],
    }).notNull(),
    /** Null for what the server does by itself. */
    userId: uuid().references(() => appUser.id),
    /** Address that the request came from. */
    ip: text(),
    authentication: jsonb().$type<Authentication>(),
    /** SHA-256 of the file before and after, lower-case hex. */
    hashBefore: text(),
    hashAfter: text(),
    signature: jsonb().$type<SignatureFacts>(),
    /** In the words of the person: why it was refused or reopened. */
    reason: text(),
    /** Code of the error, when it failed. */
    errorCode: text(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [index('signing_event_of_report').on(table.reportId, table.id)],
)

/** Expediering: the handling left the myndighet, and is upprättad by that (TF 2:10). Append-only. */
export const dispatch = pgTable(
  'dispatch',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    version: integer().notNull(),
    /** What was sent: the signed file, or the public version of the report. */
    roundId: uuid().references(() => signingRound.id),
    audience: text({ enum: ['internal', 'public'] }).notNull(),
    sha256: text(),
    recipients: jsonb().$type<string[]>().notNull(),
    /** The day it was sent. */
    sentOn: date({ mode: 'string' }).notNull(),
    note: text(),
    by: uuid()
      .notNull()
      .references(() => appUser.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [index('dispatch_of_report').on(table.reportId, table.at)],
)
