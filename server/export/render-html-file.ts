export function renderHtmlFile(): string {
  return ''
}
