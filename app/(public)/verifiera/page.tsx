import type { Metadata } from 'next'
import { VerifyPage } from './_components/verify-page.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default function VerifyAnyFilePage() {
  return <VerifyPage path="/verifiera" shown={null} />
}
