import { errorMessage } from '../report-api.ts'
import { useSurface } from '../surface-context.ts'

/** Does something at the server, and tells the person where it did not go through. */
export function useAttempt(): (run: () => Promise<void>, done?: string) => void {
  const { tools } = useSurface()
  return (run, done) => {
    run().then(
      () => {
        if (done) tools.speak(done)
      },
      (failure: unknown) => tools.notify({ title: errorMessage(failure), tone: 'bad' }),
    )
  }
}
