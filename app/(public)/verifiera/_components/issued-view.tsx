import type { IssuedFile, IssuedSigner } from '#server/signing/verify/issued.ts'
import { moment } from '../judgement-words.ts'
import { sv } from '../sv.ts'
import { Facts, Sum } from './facts.tsx'

/** What was issued: what anybody with the file sees on its first page, and who signed. */
export function IssuedView({ file }: { file: IssuedFile }) {
  const { facts } = sv
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-lg font-semibold">{facts.heading}</h3>
      <Facts
        of={[
          [facts.title, file.title],
          [facts.diaryNumber, file.diaryNumber],
          [facts.organisation, file.organisation],
          [facts.board, file.board],
          [facts.version, file.hasLaterVersion ? facts.laterVersion(file.version) : String(file.version)],
          [facts.at, file.at && moment(file.at)],
          [facts.sha256, <Sum key="sum">{file.sha256}</Sum>],
        ]}
      />
    </section>
  )
}

const nameIn = (dn: string): string => /(?:^|,)CN=((?:\\.|[^,])+)/.exec(dn)?.[1]?.replace(/\\(.)/g, '$1') ?? dn

function details({ method, acr, certificateIssuer, level, timestamp }: IssuedSigner): string[] {
  const words = sv.signers
  const login = method && [words.loggedIn[method], ...(acr ? [words.acr(acr)] : [])].join(', ')
  const certificate = certificateIssuer
    ? [words.issuer(nameIn(certificateIssuer)), ...(level ? [words.level(level)] : [])].join(', ')
    : null
  return [login, certificate, timestamp ? null : words.unproven].filter(one => one !== null)
}

/** Who signed the finished file, as the evidence of the organisation says. */
export function IssuedSigners({ signers, signed }: { signers: IssuedSigner[]; signed: number }) {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-lg font-semibold">{sv.signers.heading}</h3>
      <ol className="flex flex-col gap-3">
        {signers.map((one, index) => (
          <li key={`${one.name} ${one.capacity}`} className="border-l-4 border-line pl-3">
            <p className="font-semibold">
              {one.name}, <span className="font-normal">{one.capacity}</span>
            </p>
            {index < signed && one.at ? (
              <>
                <p>{moment(one.at)}</p>
                {details(one).map(line => (
                  <p key={line} className="text-sm text-muted">
                    {line}
                  </p>
                ))}
              </>
            ) : (
              <p className="text-bad">{sv.signers.notSigned}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
