import { TextField } from '#app/ui/text-field.tsx'
import { Button } from '#editor/ui/button.tsx'
import { sv as words } from '../sv.ts'

const sv = words.asOf

/** Asks for the figures as they were known when a day was over. */
export function AsOf({ asOf }: { asOf: string | undefined }) {
  return (
    <form method="get" className="mt-4 flex flex-wrap items-end gap-3">
      <div className="max-w-60">
        <TextField type="date" name="per" label={sv.label} hint={sv.hint} defaultValue={asOf} />
      </div>
      <Button type="submit">{sv.show}</Button>
      {asOf && (
        <a href="?" className="py-2 text-accent underline">
          {sv.now}
        </a>
      )}
    </form>
  )
}
