import '@fontsource/ibm-plex-sans/400.css'
import '@fontsource/ibm-plex-sans/400-italic.css'
import '@fontsource/ibm-plex-sans/500.css'
import '@fontsource/ibm-plex-sans/600.css'
import '@fontsource/ibm-plex-sans/700.css'
import './globals.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { TooltipProvider } from '#editor/ui/tooltip.tsx'
import { sv } from './sv.ts'
import { ToastProvider } from './ui/toast.tsx'

export const metadata: Metadata = {
  title: { default: sv.product, template: `%s – ${sv.product}` },
  description: sv.description,
  robots: { index: false },
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="sv">
      <body>
        <TooltipProvider>
          <ToastProvider>{children}</ToastProvider>
        </TooltipProvider>
      </body>
    </html>
  )
}
