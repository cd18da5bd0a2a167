'use client'

import { Printer } from 'lucide-react'
import { Button } from '#editor/ui/button.tsx'
import { sv } from '../sv.ts'

export function PrintButton() {
  return (
    <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
      {sv.print}
    </Button>
  )
}
