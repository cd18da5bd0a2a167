import { z } from 'zod'
import { trustedProxies } from './client-address.ts'
import { privateHosts } from './outbound/private-hosts.ts'
import { proxyFor } from './outbound/proxy-for.ts'

const flag = z.enum(['0', '1'])

/** A list that its own reader refuses to take. */
const listed =
  <T>(read: (list: string) => T, message: string) =>
  (list: string, context: z.RefinementCtx): T => {
    try {
      return read(list)
    } catch {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
  }

const proxies = listed(trustedProxies, 'addresses and CIDR blocks, comma-separated')
const receivers = listed(privateHosts, 'names, addresses and CIDR blocks, comma-separated')

const hosts = (list: string): string[] =>
  list
    .split(',')
    .map(host => host.trim().toLowerCase())
    .filter(Boolean)

/** Unset, or set to nothing as .env files do. */
const optional = <T extends z.ZodType>(schema: T) => schema.optional().or(z.literal('').transform(() => undefined))

const variables = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** Address to listen on. The default is this machine only; put a proxy with TLS in front of it. */
  HOST: z.string().default('127.0.0.1'),
  /** The address that people use. Sign-in returns to it, and websockets from other origins are refused. */
  PUBLIC_URL: z.url().optional(),
  /** Addresses of the operator's own proxies, which say in X-Forwarded-For who asks. */
  TRUSTED_PROXIES: z.string().default('loopback').transform(proxies),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  /** Set, nodes on the same database share open reports through it. */
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })),
  /** Folder of the embedded database and of secrets made at first start. */
  SAMSKRIFT_DATA: z.string().min(1).default('.data'),
  DEMO: flag.optional(),
  /** Signs the session cookies. Made and kept in the data folder when unset; several nodes must share one. */
  AUTH_SECRET: z.string().min(32).optional(),
  /** Lets others than this machine itself read /metrics. */
  METRICS_TOKEN: optional(z.string().min(16)),
  /** How long the reports' log of changes is kept, for `history prune`. Unset: for good. */
  HISTORY_MONTHS: optional(z.coerce.number().int().min(1).max(1200)),
  /** Mail server that reminders go by: "smtp://user:password@host:587". Unset, nobody is reminded by mail. */
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  /** Whom the mail is from: "Samskrift <samskrift@kommun.se>". */
  SMTP_FROM: optional(z.string().min(3)),
  /** Kolada's API v3, or what stands in its place. */
  KOLADA_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.kolada.se/v3')
    .transform(url => url.replace(/\/+$/, '')),
  /** HTTP proxy by which other servers are reached: "http://proxy.kommun.se:8080". */
  OUTBOUND_PROXY: optional(z.url({ protocol: /^http$/ })),
  /** Hosts, and domains that begin with a dot, that are reached without it: "tsa.kommun.se,.intern.kommun.se". */
  OUTBOUND_DIRECT: z.string().default('').transform(hosts),
  /** Another HTTP proxy for Kolada alone. */
  KOLADA_PROXY: optional(z.url({ protocol: /^http$/ })),
  /** Receivers of webhooks inside the organisation's network: names, addresses and CIDR blocks. */
  WEBHOOK_PRIVATE_HOSTS: z.string().default('').transform(receivers),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('organisationens konto'),
  /** Level that the identity provider is asked for when somebody signs: "http://id.elegnamnden.se/loa/1.0/loa3". */
  OIDC_STEP_UP_ACR: optional(z.string().min(1)),
  /** Who holds the key for signatures. Unset: a test key beside the demo, else none. */
  SIGNING_KEY: optional(z.enum(['test', 'pkcs12', 'pkcs11', 'csc'])),
  SIGNING_LEVEL: z.enum(['B-B', 'B-T', 'B-LT', 'B-LTA']).default('B-B'),
  /** RFC 3161 time stamp service; needed from level B-T on. */
  SIGNING_TSA_URL: optional(z.url({ protocol: /^https?$/ })),
  /** PEM file with the roots of the time stamp service, which are trusted for time stamps alone. */
  SIGNING_TSA_TRUST: optional(z.string()),
  /** PEM file with the roots that the verify page trusts beside those of the key. */
  SIGNING_TRUST: optional(z.string()),
  SIGNING_PKCS12_FILE: optional(z.string()),
  SIGNING_PKCS12_PASSWORD: optional(z.string()),
  /** Shared library of the device: "/usr/lib/softhsm/libsofthsm2.so". */
  SIGNING_PKCS11_MODULE: optional(z.string()),
  SIGNING_PKCS11_TOKEN: optional(z.string()),
  SIGNING_PKCS11_KEY: optional(z.string()),
  SIGNING_PKCS11_PIN: optional(z.string()),
  /** Signing service by the CSC API v2: "https://host/csc/v2". */
  SIGNING_CSC_URL: optional(z.url({ protocol: /^https?$/ })),
  SIGNING_CSC_CLIENT_ID: optional(z.string()),
  SIGNING_CSC_CLIENT_SECRET: optional(z.string()),
  /** Which of the service's credentials signs; the first one when unset. */
  SIGNING_CSC_CREDENTIAL: optional(z.string()),
})

export interface Env extends z.infer<typeof variables> {
  demo: boolean
  publicUrl: string
  mailFrom: string
  /** People can be reminded by mail. */
  mailIsSetUp: boolean
}

/** What is wrong: with the value, that there is none where the others need it, or with the file that it names. */
export type EnvFault = 'invalid' | 'missing' | 'unreadable' | 'no-certificate' | 'no-key'

/** The variable that cannot be used, named for the person who set it. */
export class EnvError extends Error {
  override name = 'EnvError'
  readonly code = 'env'
  constructor(
    readonly variable: string,
    readonly fault: EnvFault = 'invalid',
    options?: ErrorOptions,
  ) {
    super(`environment variable ${variable}: ${fault}`, options)
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
    KOLADA_PROXY: env.KOLADA_PROXY ?? proxyFor(env)(new URL(env.KOLADA_URL)),
    // Demo users need no password, so they exist by default only beside the database that `npm start` makes.
    demo: env.DEMO ? env.DEMO === '1' : !env.DATABASE_URL,
    publicUrl,
    mailIsSetUp: env.SMTP_URL !== undefined,
    mailFrom: env.SMTP_FROM ?? `Samskrift <samskrift@${new URL(publicUrl).hostname}>`,
  }
}
