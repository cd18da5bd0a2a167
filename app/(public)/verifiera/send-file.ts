import type { VerifyAnswer } from '#server/signing/verify/verify-answer.ts'

/**
 * Sends a file to be verified.
 * @param onProgress share of it that is sent, 0 to 1
 * @returns null when no answer came
 */
export function sendFile(path: string, file: Blob, onProgress: (share: number) => void): Promise<VerifyAnswer | null> {
  return new Promise(resolve => {
    // fetch cannot tell how much of a body is sent.
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.set('fil', file)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => resolve(request.response as VerifyAnswer | null)
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    request.open('POST', path)
    request.setRequestHeader('accept', 'application/json')
    request.responseType = 'json'
    request.send(form)
  })
}
