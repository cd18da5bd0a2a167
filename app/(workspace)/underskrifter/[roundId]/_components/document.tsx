import { ExternalLink } from 'lucide-react'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { sv as words } from '../../sv.ts'

const sv = words.one

/** The file itself: shown here where there is room and the browser can, and in a tab of its own everywhere. */
export function DocumentView({ roundId, sha256 }: { roundId: string; sha256: string }) {
  const address = `/api/signing/${roundId}/file?visa=1`
  return (
    <section aria-labelledby="dokument" className="flex flex-col items-start gap-3">
      <h2 id="dokument" className="text-xl font-semibold">
        {sv.document}
      </h2>
      <p className="max-w-prose text-muted">{sv.documentText}</p>
      <a href={address} target="_blank" rel="noreferrer" className={buttonStyle('secondary', 'md')}>
        <ExternalLink aria-hidden />
        {sv.openDocument}
      </a>
      <object
        // As wide as it goes, without the row of small pages: there is little room.
        data={`${address}#navpanes=0&view=FitH`}
        type="application/pdf"
        aria-label={sv.document}
        className="hidden h-[70vh] w-full rounded-lg border border-line bg-sunken sm:block"
      >
        <p className="p-4">{sv.noPreview}</p>
      </object>
      <p className="text-sm text-muted">
        {sv.hash}
        <code className="block break-all">{sha256}</code>
      </p>
    </section>
  )
}
