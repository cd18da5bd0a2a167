import { FileQuestion } from 'lucide-react'
import type { Metadata } from 'next'
import { sv } from './sv.ts'
import { ButtonLink } from './ui/button-link.tsx'
import { PlainPage } from './ui/plain-page.tsx'

export const metadata: Metadata = { title: sv.notFound.title }

export default function NotFound() {
  return (
    <PlainPage icon={<FileQuestion />} title={sv.notFound.title}>
      <p>{sv.notFound.text}</p>
      <ButtonLink href="/">{sv.notFound.home}</ButtonLink>
    </PlainPage>
  )
}
