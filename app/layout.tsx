import './fonts.css'
import './globals.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { TooltipProvider } from '#editor/ui/tooltip.tsx'
import { EarlyInput } from './early-input/early-input.tsx'
import { takeEarly } from './early-input/take-early.ts'
import { sv } from './sv.ts'
import { ToastProvider } from './ui/toast.tsx'

export const metadata: Metadata = {
  title: { default: sv.product, template: `%s – ${sv.product}` },
  description: sv.description,
  robots: { index: false },
}

/** Weights that every page uses. Text that is laid out before its font has come is laid out twice. */
const EVERYWHERE = [400, 500, 600]

export default function RootLayout({ children }: { children: ReactNode }) {
  for (const weight of EVERYWHERE)
    preload(`/fonts/ibm-plex-sans-5.3.0/ibm-plex-sans-latin-${weight}-normal.woff2`, {
      as: 'font',
      type: 'font/woff2',
      crossOrigin: 'anonymous',
    })
  return (
    <html lang="sv">
      <head>
        <script>{`(${takeEarly.toString()})()`}</script>
      </head>
      <body>
        <TooltipProvider>
          <ToastProvider>{children}</ToastProvider>
        </TooltipProvider>
        <EarlyInput />
      </body>
    </html>
  )
}
