import { SamskriftError } from '../errors.ts'

/** The key, its device or its service cannot be reached, or refuses. Nothing was signed; it can be tried again. */
export class KeyUnavailableError extends SamskriftError {
  readonly code = 'key-unavailable'
}

/** The key wants something of the person who signs, which was not given. Nothing was signed. */
export class KeyAnswersMissingError extends SamskriftError {
  readonly code = 'key-answers-missing'
}

/** What the person entered for the key was wrong, or too old. Nothing was signed, and it is not tried again by itself. */
export class KeyAnswersRefusedError extends SamskriftError {
  readonly code = 'key-answers-refused'
}

/** Whoever holds the key has locked it, as after wrong answers. Nothing was signed. */
export class KeyLockedError extends SamskriftError {
  readonly code = 'key-locked'
}

/** The device does not take the server's PIN, or has locked itself. Nothing was signed, and nothing is before the server starts anew. */
export class KeyRefusedError extends SamskriftError {
  readonly code = 'key-refused'
}

/** The certificate of the key is not valid yet, or no longer. */
export class CertificateExpiredError extends SamskriftError {
  readonly code = 'certificate-expired'
}

/** Who issued the certificate of the key took it back. Nothing was signed. */
export class CertificateRevokedError extends SamskriftError {
  readonly code = 'certificate-revoked'
}

/** The time stamp service did not answer, or answered something that proves nothing. Nothing was signed. */
export class TimestampFailedError extends SamskriftError {
  readonly code = 'timestamp-failed'
}

/** The time stamp service has no certificate that is trusted here. Nothing was signed. */
export class TimestampUntrustedError extends SamskriftError {
  readonly code = 'timestamp-untrusted'
}

/** A signature for long-term validation would lack OCSP answers or revocation lists. Nothing was signed. */
export class RevocationDataMissingError extends SamskriftError {
  readonly code = 'revocation-data-missing'
}

/** The file has no empty signature field of that name, or cannot be read. Nothing was signed. */
export class NoEmptyFieldError extends SamskriftError {
  readonly code = 'no-empty-field'
}

/** What was signed did not hold when it was checked at once. The file was thrown away. */
export class SignatureInvalidError extends SamskriftError {
  readonly code = 'signature-invalid'
}

/** Signing is not set up on this server. */
export class SigningNotSetUpError extends SamskriftError {
  readonly code = 'signing-not-set-up'
}

/** It is somebody else's turn, or the round is over. */
export class NotYourTurnError extends SamskriftError {
  readonly code = 'not-your-turn'
}

/** The person must sign in anew before they sign. */
export class StepUpNeededError extends SamskriftError {
  readonly code = 'step-up-needed'
}

/** The report is being signed, or is signed: it cannot be opened anew without ending that. */
export class RoundExistsError extends SamskriftError {
  readonly code = 'round-exists'
}

/** What was shown to the signer is not the file that would be signed now. */
export class FileMovedError extends SamskriftError {
  readonly code = 'file-moved'
}

/** The round is over: signed, refused or called back. */
export class RoundOverError extends SamskriftError {
  readonly code = 'round-over'
}

/** Nobody signs what they have not opened. */
export class NotSeenError extends SamskriftError {
  readonly code = 'not-seen'
}
