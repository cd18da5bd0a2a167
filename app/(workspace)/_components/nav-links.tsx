'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { sv } from '../sv.ts'

const TEMPLATES = { href: '/mallar', label: sv.templates, here: (path: string) => path.startsWith('/mallar') }
const LOOK = {
  href: '/organisation/utseende',
  label: sv.look,
  here: (path: string) => path.startsWith('/organisation'),
}
const OWN = { href: '/mina-avsnitt', label: sv.ownSections, here: (path: string) => path.startsWith('/mina-avsnitt') }
const reports = (href: string) => ({
  href,
  label: sv.reports,
  here: (path: string) => path === '/' || path.startsWith('/rapporter'),
})
const SIGNATURES = {
  href: '/underskrifter',
  label: sv.signatures,
  here: (path: string) => path.startsWith('/underskrifter'),
}
const OTHERS = [
  { href: '/atgarder', label: sv.measures, here: (path: string) => path.startsWith('/atgarder') },
  { href: '/arshjul', label: sv.yearWheel, here: (path: string) => path.startsWith('/arshjul') },
  { href: '/data', label: sv.data, here: (path: string) => path.startsWith('/data') },
]

export interface NavLinksProps {
  /** Whether the page for them is there for this person. */
  mayManageTemplates: boolean
  mayManageLook: boolean
  /** Sections of their own are all that this person is here for, and come first. */
  onlyContributes: boolean
  /** How many documents wait for this person's signature. */
  toSign: number
}

export function NavLinks({ mayManageTemplates, mayManageLook, onlyContributes, toSign }: NavLinksProps) {
  const path = usePathname()
  const row = useRef<HTMLElement>(null)
  // Where the row is pushed sideways, the page that one is on may lie outside it.
  useEffect(() => {
    const here = path && row.current?.querySelector<HTMLElement>('[aria-current=page]')
    if (here && row.current) row.current.scrollLeft = here.offsetLeft - (row.current.clientWidth - here.offsetWidth) / 2
  }, [path])
  const first = onlyContributes ? [OWN, reports('/?visa=rapporter')] : [reports('/'), OWN]
  // Without room for one line, a row of its own that is pushed sideways, so that the page begins higher up.
  return (
    <nav
      ref={row}
      aria-label={sv.mainMenu}
      className="relative max-xl:order-2 max-xl:-mx-4 max-xl:w-[calc(100%+2rem)] max-xl:overflow-x-auto max-xl:px-2 sm:max-xl:-mx-6 sm:max-xl:w-[calc(100%+3rem)] sm:max-xl:px-3"
    >
      <ul className="flex xl:flex-wrap max-xl:whitespace-nowrap">
        {[
          ...first,
          SIGNATURES,
          ...OTHERS,
          ...(mayManageTemplates ? [TEMPLATES] : []),
          ...(mayManageLook ? [LOOK] : []),
        ].map(({ href, label, here }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here(path) ? 'page' : undefined}
              className="flex min-h-14 items-center border-y-3 border-transparent px-2.5 font-medium text-muted hover:text-ink focus-visible:-outline-offset-4 aria-[current]:border-b-accent aria-[current]:text-ink sm:px-3.5"
            >
              {label}
              {href === SIGNATURES.href && toSign > 0 && (
                <span className="ml-1.5 rounded-full bg-accent px-2 text-sm font-semibold text-on-accent">
                  {toSign}
                  <span className="sr-only"> {sv.toSign}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
