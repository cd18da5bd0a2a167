'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { sv } from '../sv.ts'

const LINKS = [
  { href: '/', label: sv.reports, here: (path: string) => path === '/' || path.startsWith('/rapporter') },
  { href: '/atgarder', label: sv.measures, here: (path: string) => path.startsWith('/atgarder') },
  { href: '/arshjul', label: sv.yearWheel, here: (path: string) => path.startsWith('/arshjul') },
  { href: '/data', label: sv.data, here: (path: string) => path.startsWith('/data') },
]

export function NavLinks() {
  const path = usePathname()
  return (
    <nav aria-label={sv.mainMenu}>
      <ul className="flex flex-wrap">
        {LINKS.map(({ href, label, here }) => (
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
