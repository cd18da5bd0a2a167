import { headers } from 'next/headers'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { services } from '#server/services.ts'
import { ANSWER_HEADER, type VerifyAnswer } from '#server/signing/verify/verify-answer.ts'
import { sv as app } from '../../../sv.ts'
import { Logo } from '../../../ui/logo.tsx'
import { sv } from '../sv.ts'
import { VerifyForm } from './verify-form.tsx'

/** As the server counts: MAX_FILE of verify-pdf.ts, whose parser no page needs. */
const MAX_BYTES = 50 * 2 ** 20

/** The answer to a form that was sent without a script; null where the page was only opened. */
async function answerToForm(): Promise<VerifyAnswer | null> {
  const key = (await headers()).get(ANSWER_HEADER)
  return services().verifications.answer(key)
}

interface VerifyPageProps {
  path: string
  /** SHA-256 of the file that is told about above the form; null where none is. */
  shown: string | null
  /** Stands above the form: what a code stands for. */
  children?: ReactNode
}

export async function VerifyPage({ path, shown, children }: VerifyPageProps) {
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-6 px-4 py-8 sm:px-6 sm:py-12">
      <Link href="/" className="flex w-fit items-center gap-2.5 text-lg font-semibold">
        <Logo size={28} />
        {app.product}
      </Link>
      <div>
        <h1 className="text-2xl font-semibold sm:text-3xl">{sv.title}</h1>
        <p className="mt-2 max-w-prose text-muted">{sv.intro}</p>
      </div>
      {children}
      <VerifyForm path={path} maxBytes={MAX_BYTES} shown={shown} initial={await answerToForm()} />
    </main>
  )
}
