import type { Judgement } from '#server/signing/verify/judgement.ts'
import { type SignatureVerdict, signaturesOf } from '#server/signing/verify/pdf-verdict.ts'
import { day, faultsOf, moment } from '../judgement-words.ts'
import { sv } from '../sv.ts'
import { Facts, Sum } from './facts.tsx'

/** Who signed, as the file itself says: for files that nobody here issued. */
export function SignersInFile({ signatures }: { signatures: SignatureVerdict[] }) {
  const words = sv.signers
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-lg font-semibold">{words.heading}</h3>
      <ol className="flex flex-col gap-3">
        {signatures.map(one => (
          <li key={one.field} className="border-l-4 border-line pl-3">
            <p className="font-semibold">{one.certificate?.name ?? words.unknown}</p>
            {one.at && (
              <>
                <p>{moment(one.at)}</p>
                <p className="text-sm text-muted">
                  {one.atIsProven ? words.proven(one.timestampBy ?? words.unknown) : words.unproven}
                </p>
              </>
            )}
            {one.certificate && (
              <p className="text-sm text-muted">
                {words.issuer(one.certificate.issuerName)}
                {one.level && `, ${words.level(one.level)}`}
              </p>
            )}
            {faultsOf(one).map(fault => (
              <p key={fault} className="text-bad">
                {fault}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Signature({ verdict, heading }: { verdict: SignatureVerdict; heading: string }) {
  const { detail } = sv
  const { certificate } = verdict
  const faults = faultsOf(verdict)
  return (
    <section className="flex flex-col gap-2">
      <h4 className="font-semibold">{heading}</h4>
      <Facts
        of={[
          [detail.field, verdict.field],
          [detail.subject, certificate?.subject ?? null],
          [detail.issuer, certificate?.issuer ?? null],
          [detail.serial, certificate && <Sum key="serial">{certificate.serial}</Sum>],
          [detail.validity, certificate && `${day(certificate.notBefore)}–${day(certificate.notAfter)}`],
          [detail.at, verdict.at && moment(verdict.at)],
          [detail.level, verdict.level ? sv.levels[verdict.level] : sv.noLevel],
          [detail.reason, verdict.reason],
          [detail.faults, faults.length > 0 ? faults.join(' ') : detail.none],
        ]}
      />
    </section>
  )
}

/** What experts ask for, folded. */
export function JudgementDetails({ judgement: { sha256, verdict } }: { judgement: Judgement }) {
  const { detail } = sv
  const people = verdict ? signaturesOf(verdict) : []
  const stamps = verdict?.signatures.filter(({ kind }) => kind === 'timestamp') ?? []
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="min-h-10 px-4 py-2 font-semibold">{sv.details}</summary>
      <div className="flex flex-col gap-5 px-4 pb-4">
        <section className="flex flex-col gap-2">
          <h4 className="font-semibold">{detail.file}</h4>
          <Facts
            of={[
              [detail.sha256, <Sum key="sum">{sha256}</Sum>],
              [detail.size, verdict && detail.bytes(verdict.size)],
            ]}
          />
          {verdict && verdict.bytesAfterEnd > 0 && (
            <p className="text-bad">{detail.bytesAfterEnd(verdict.bytesAfterEnd)}</p>
          )}
        </section>
        {people.map((one, index) => (
          <Signature key={one.field} verdict={one} heading={detail.signature(index + 1)} />
        ))}
        {stamps.map((one, index) => (
          <Signature key={one.field} verdict={one} heading={detail.timestamp(index + 1)} />
        ))}
      </div>
    </details>
  )
}
