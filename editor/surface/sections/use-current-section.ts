import { useEffect, useState } from 'react'
import { useStore, useSurface } from '../surface-context.ts'

/** The section that is written in, or else the one at the top third of the window. */
export function useCurrentSection(sectionIds: string): string | null {
  const { active } = useSurface()
  const writing = useStore(active, value => value?.sectionId ?? null)
  const [reading, setReading] = useState<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of sections is another set of elements
  useEffect(() => {
    const observer = new IntersectionObserver(
      entries => {
        for (const entry of entries)
          if (entry.isIntersecting) setReading((entry.target as HTMLElement).dataset.section ?? null)
      },
      { rootMargin: '-30% 0px -68% 0px' },
    )
    for (const element of document.querySelectorAll('[data-section]')) observer.observe(element)
    return () => observer.disconnect()
  }, [sectionIds])

  return reading ?? writing
}
