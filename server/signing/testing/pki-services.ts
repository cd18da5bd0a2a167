/** What the time stamp service does when it is asked. */
export type TimestampMood =
  | 'works'
  | 'refuses'
  | 'fails'
  | 'garbage'
  | 'wrong-imprint'
  | 'wrong-nonce'
  | 'wrong-signature'
  /** Takes the question, and never answers. */
  | 'silent'
  /** Sends without end. */
  | 'endless'

/** What the services that say which certificates are revoked do. */
export type RevocationMood = 'works' | 'fails' | 'garbage' | 'silent' | 'outdated'

export interface PkiServices {
  timestamps: TimestampMood
  ocsp: RevocationMood
  crl: RevocationMood
  /** Paths that were asked for, in order. */
  asked: string[]
}
