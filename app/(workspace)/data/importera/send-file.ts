import type { SavedDraft } from '#server/indicators/preview-import.ts'

export type Answer = SavedDraft | { message: string } | null

export interface Sending {
  /** Empty to recognise it. */
  source: string
  method: 'file' | 'paste'
  fileName: string
  body: Blob
}

/**
 * Sends a table for preview.
 * @param onProgress share of it that is sent, 0 to 1
 * @returns the draft, or what the server has against it; null when it did not answer
 */
export function sendFile(
  { source, method, fileName, body }: Sending,
  onProgress: (share: number) => void,
): Promise<Answer> {
  return new Promise(resolve => {
    // fetch cannot tell how much of a body is sent.
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => resolve(request.response as Answer)
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    request.open('POST', `/data/importera/fil?${new URLSearchParams({ source, method, fileName })}`)
    request.responseType = 'json'
    request.send(body)
  })
}

/** The next page: what has to be asked, pointed out, or looked at. */
export function nextPage({ draftId, source, asks }: SavedDraft): string {
  const draft = `/data/importera/${draftId}`
  if (source === null) return `${draft}/kolumner`
  return asks ? `${draft}/fragor` : draft
}
