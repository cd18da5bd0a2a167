import type { Metadata } from 'next'
import { Notice } from '#editor/ui/notice.tsx'
import { services } from '#server/services.ts'
import type { IssuedState } from '#server/signing/verify/issued.ts'
import { issuedByCode } from '#server/signing/verify/read-issued.ts'
import { IssuedSigners, IssuedView } from '../_components/issued-view.tsx'
import { VerifyPage } from '../_components/verify-page.tsx'
import { sv } from '../sv.ts'

export const metadata: Metadata = { title: sv.title }

interface Props {
  params: Promise<{ code: string }>
}

/** What codes are made of; anything else cannot be one. */
const CODE = /^[A-Za-z0-9-]{1,64}$/

function Issued({ code, issued }: { code: string; issued: IssuedState | null }) {
  const words = sv.code
  if (!issued)
    return (
      <Notice tone="bad" title={words.unknownTitle}>
        {words.unknownText}
      </Notice>
    )
  if (issued.state === 'unfinished')
    return (
      <Notice tone="warn" title={words.unfinishedTitle}>
        {words.unfinishedText}
      </Notice>
    )
  const { file } = issued
  return (
    <section className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-5 sm:p-6">
      <div>
        <h2 className="text-xl font-semibold">{words.title}</h2>
        <p className="text-muted">
          {words.label} {code}
        </p>
      </div>
      {file.test && <Notice tone="warn" title={words.test} />}
      {file.hasLaterVersion && <Notice tone="info" title={words.later} />}
      <IssuedView file={file} />
      <IssuedSigners signers={file.signers} signed={file.expected} />
    </section>
  )
}

export default async function VerifyCodePage({ params }: Props) {
  const code = decodeURIComponent((await params).code)
  const isCode = CODE.test(code)
  const issued = isCode ? await issuedByCode(services().db, code) : null
  return (
    <VerifyPage
      path={isCode ? `/verifiera/${code}` : '/verifiera'}
      shown={issued?.state === 'finished' ? issued.file.sha256 : null}
    >
      <Issued code={code} issued={issued} />
      {issued?.state === 'finished' && (
        <div>
          <h2 className="text-xl font-semibold">{sv.form.compare}</h2>
          <p className="text-muted">{sv.form.compareText}</p>
        </div>
      )}
    </VerifyPage>
  )
}
