/** Two letters, "Anna-Karin af Ström" → "AS", or a short name that is letters already: "MAS". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0] ?? ''
  if (words.length > 1) return `${first[0] ?? ''}${words.at(-1)?.[0] ?? ''}`.toUpperCase()
  if (/^\p{Lu}{3}$/u.test(first)) return first
  return first.slice(0, 2).toUpperCase() || '?'
}
