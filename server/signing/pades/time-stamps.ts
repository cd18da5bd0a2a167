import { randomBytes } from 'node:crypto'
import type { TimestampAuthority } from '@libpdf/core'
import { fromBER, Integer, OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs'
import { SamskriftError } from '../../errors.ts'
import { purposesOf, validityOf } from '../certificates/read-certificate.ts'
import { cmsFault } from '../cms/cms-fault.ts'
import { type Cms, contentOf, readCms, timestampInfo } from '../cms/read-cms.ts'
import { TimestampFailedError, TimestampUntrustedError } from '../errors.ts'
import type { askForBytes } from './ask-for-bytes.ts'
import type { TimestampService } from './signing-wish.ts'
import { requireAnchor } from './timestamp-anchor.ts'

const DIGEST_OID: Record<string, string> = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
}
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
/** PKIStatus (RFC 3161, 2.4.2). */
const GRANTED = 0
const GRANTED_WITH_MODS = 1

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0

/** Positive, so that its encoding comes back as it went. */
const newNonce = (): Integer => new Integer({ valueHex: new Uint8Array([1, ...randomBytes(8)]).buffer })

/**
 * What is wrong with a time stamp of `digest`; null where it holds: signed by a certificate that was valid then and is
 * for time stamps alone, over this digest.
 */
export function timestampFault(token: Cms, digest: Uint8Array): string | null {
  const content = contentOf(token)
  if (!content || token.signedData.encapContentInfo.eContentType !== TST_INFO) return 'no time stamp'
  const fault = cmsFault(token, content)
  if (fault) return fault
  const { messageImprint, genTime } = timestampInfo(token)
  if (!same(messageImprint.hashedMessage.valueBlock.valueHexView, digest)) return 'of something else'
  if (!purposesOf(token.certificate).includes(TIME_STAMPING)) return 'the certificate is not for time stamps'
  const { from, to } = validityOf(token.certificate)
  return from <= genTime && genTime <= to ? null : 'the certificate was not valid then'
}

interface Found {
  /** DER. */
  bytes: Uint8Array
  token: Cms
  at: Date
}

function tokenIn(answer: Uint8Array, digest: Uint8Array, algorithm: string, nonce: Integer): Found {
  const response = new TimeStampResp({ schema: fromBER(new Uint8Array(answer).buffer).result })
  const { status } = response.status
  if (status !== GRANTED && status !== GRANTED_WITH_MODS)
    throw new TimestampFailedError(`refused with status ${status}`)
  if (!response.timeStampToken) throw new TimestampFailedError('an answer without a time stamp')
  const bytes = new Uint8Array(response.timeStampToken.toSchema().toBER(false))
  const token = readCms(bytes)
  const info = timestampInfo(token)
  const fault = timestampFault(token, digest)
  if (fault) throw new TimestampFailedError(fault)
  if (info.messageImprint.hashAlgorithm.algorithmId !== algorithm) throw new TimestampFailedError('of another digest')
  if (!info.nonce || !same(info.nonce.valueBlock.valueHexView, nonce.valueBlock.valueHexView))
    throw new TimestampFailedError('an answer to another question')
  return { bytes, token, at: info.genTime }
}

/**
 * Time stamps (RFC 3161) over HTTP, each of them checked before it is used.
 * Its `timestamp` throws TimestampFailedError where there is none that proves something, TimestampUntrustedError where
 * it is from a service that is not trusted.
 */
export function timeStamps(
  { url, trust }: TimestampService,
  ask: typeof askForBytes,
  fetchIssuer: (url: string) => Promise<Uint8Array | null>,
): TimestampAuthority {
  return {
    async timestamp(digest, digestAlgorithm) {
      const nonce = newNonce()
      const algorithm = DIGEST_OID[digestAlgorithm] ?? ''
      const question = new TimeStampReq({
        version: 1,
        messageImprint: new MessageImprint({
          hashAlgorithm: new AlgorithmIdentifier({ algorithmId: algorithm }),
          hashedMessage: new OctetString({ valueHex: new Uint8Array(digest).buffer }),
        }),
        nonce,
        certReq: true,
      })
      try {
        const body = new Uint8Array(question.toSchema().toBER(false))
        const answer = await ask(url, { question: { contentType: 'application/timestamp-query', body } })
        const { bytes, token, at } = tokenIn(answer, digest, algorithm, nonce)
        await requireAnchor(token, at, trust, fetchIssuer)
        return bytes
      } catch (error) {
        if (error instanceof TimestampFailedError || error instanceof TimestampUntrustedError) throw error
        const why = error instanceof SamskriftError ? error.code : error instanceof Error ? error.message : 'unknown'
        throw new TimestampFailedError(`the time stamp service: ${why}`, { cause: error })
      }
    },
  }
}
