/** The words that something is about, shortened by the eye and not for screen readers. @param label said before them */
export function Quote({ label, words }: { label: string; words: string }) {
  return (
    <blockquote className="border-l-3 border-warn pl-2 text-sm text-muted">
      <span className="sr-only">{label}: </span>
      <span className="line-clamp-3 whitespace-pre-line">{words}</span>
    </blockquote>
  )
}
