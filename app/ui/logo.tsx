/** Lines of text with somebody else's caret in them. Decoration: the name stands beside it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" strokeWidth="2.6" strokeLinecap="round" aria-hidden>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path d="M8 9.5h16M8 16h8M8 22.5h12" stroke="#fff" />
      <path d="M20.5 12.2v7.6" stroke="#f5b93f" />
    </svg>
  )
}
