import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { sv } from './sv.ts'

export interface TryAgainProps {
  /** What did not come. */
  error: string
  retry: () => void
}

/** In the place of what could not be fetched. */
export function TryAgain({ error, retry }: TryAgainProps) {
  return (
    <Notice tone="bad" alert>
      <p>{error}</p>
      <Button size="sm" onClick={retry} className="mt-2">
        {sv.retry}
      </Button>
    </Notice>
  )
}
