import { z } from 'zod'
import { type IsTrustedProxy, trustedProxies } from './client-address.ts'

const flag = z.enum(['0', '1'])

const proxies = (list: string, context: z.RefinementCtx): IsTrustedProxy => {
  try {
    return trustedProxies(list)
  } catch {
    context.addIssue({ code: 'custom', message: 'addresses and CIDR blocks, comma-separated' })
    return z.NEVER
  }
}

const variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** Address to listen on. The default is this machine only; put a proxy with TLS in front of it. */
  HOST: z.string().default('127.0.0.1'),
  /** The address that people use. Sign-in returns to it, and websockets from other origins are refused. */
  PUBLIC_URL: z.url().optional(),
  /** Addresses of the operator's own proxies, which say in X-Forwarded-For who asks. */
  TRUSTED_PROXIES: z.string().default('loopback').transform(proxies),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** Set, nodes on the same database share open reports through it. */
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** Folder of the embedded database and of secrets made at first start. */
  SAMSKRIFT_DATA: z.string().min(1).default('.data'),
  DEMO: flag.optional(),
  /** Signs the session cookies. Made and kept in the data folder when unset; several nodes must share one. */
  AUTH_SECRET: z.string().min(32).optional(),
  /** Lets others than this machine itself read /metrics. */
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** How long the reports' log of changes is kept, for `history prune`. Unset: for good. */
  HISTORY_MONTHS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1200)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** Mail server that reminders go by: "smtp://user:password@host:587". Unset, nobody is reminded by mail. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** Whom the mail is from: "Samskrift <samskrift@kommun.se>". */
  SMTP_FROM: z
    .string()
    .min(3)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  /** Kolada's API v3, or what stands in its place. */
  KOLADA_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.kolada.se/v3')
    .transform(url => url.replace(/\/+$/, '')),
  /** HTTP proxy by which Kolada is reached: "http://proxy.kommun.se:8080". */
  KOLADA_PROXY: z
    .url({ protocol: /^http$/ })
    .optional()
    .or(z.literal('').transform(() => undefined)),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('organisationens konto'),
})

export interface Env extends z.infer<typeof variables> {
  demo: boolean
  publicUrl: string
  mailFrom: string
  /** People can be reminded by mail. */
  mailIsSetUp: boolean
}

/** The variable that cannot be used, named for the person who set it. */
export class EnvError extends Error {
  override name = 'EnvError'
  readonly code = 'env'
  constructor(readonly variable: string) {
    super(`environment variable ${variable} is invalid`)
  }
}

/** @throws EnvError */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = variables.safeParse(source)
  if (!parsed.success) throw new EnvError(String(parsed.error.issues[0]?.path[0] ?? '?'))
  const env = parsed.data
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '')
  return {
    ...env,
    // Demo users need no password, so they exist by default only beside the database that `npm start` makes.
    demo: env.DEMO ? env.DEMO === '1' : !env.DATABASE_URL,
    publicUrl,
    mailIsSetUp: env.SMTP_URL !== undefined,
    mailFrom: env.SMTP_FROM ?? `Samskrift <samskrift@${new URL(publicUrl).hostname}>`,
  }
}
