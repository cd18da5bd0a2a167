export type Answer = { draftId: string } | { message: string } | null

/**
 * Sends a file for preview.
 * @param onProgress share of the file that is sent, 0 to 1
 * @returns the draft, or what the server has against it; null when it did not answer
 */
export function sendFile(source: string, file: File, onProgress: (share: number) => void): Promise<Answer> {
  return new Promise(resolve => {
    // fetch cannot tell how much of a body is sent.
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => resolve(request.response as Answer)
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    request.open('POST', `/data/importera/fil?${new URLSearchParams({ source, fileName: file.name })}`)
    request.responseType = 'json'
    request.send(file)
  })
}
