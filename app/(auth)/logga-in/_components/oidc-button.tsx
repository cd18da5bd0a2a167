'use client'

import { LogIn } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { sv } from '../sv.ts'

export function OidcButton({ name, returnTo }: { name: string; returnTo: string }) {
  const [leaving, setLeaving] = useState(false)
  const leave = () => {
    setLeaving(true)
    void signIn('oidc', { callbackUrl: returnTo }).catch(() => setLeaving(false))
  }
  return (
    <Button variant="primary" size="lg" icon={<LogIn />} loading={leaving} onClick={leave}>
      {sv.withAccount(name)}
    </Button>
  )
}
