'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { sv } from '../sv.ts'

const TEMPLATES = { href: '/mallar', label: sv.templates, here: (path: string) => path.startsWith('/mallar') }
const LINKS = [
  { href: '/', label: sv.reports, here: (path: string) => path === '/' || path.startsWith('/rapporter') },
  { href: '/atgarder', label: sv.measures, here: (path: string) => path.startsWith('/atgarder') },
  { href: '/arshjul', label: sv.yearWheel, here: (path: string) => path.startsWith('/arshjul') },
  { href: '/data', label: sv.data, here: (path: string) => path.startsWith('/data') },
]

/** @param mayManageTemplates whether the page for them is there for this person */
export function NavLinks({ mayManageTemplates }: { mayManageTemplates: boolean }) {
  const path = usePathname()
  return (
    <nav aria-label={sv.mainMenu}>
      <ul className="flex flex-wrap">
        {[...LINKS, ...(mayManageTemplates ? [TEMPLATES] : [])].map(({ href, label, here }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here(path) ? 'page' : undefined}
              className="flex min-h-14 items-center border-y-3 border-transparent px-2.5 font-medium text-muted hover:text-ink focus-visible:-outline-offset-4 aria-[current]:border-b-accent aria-[current]:text-ink sm:px-3.5"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
