/** Ids by which the parts of the page lead the focus to each other. */
export const sectionElementId = (sectionId: string): string => `avsnitt-${sectionId}`
export const headingId = (sectionId: string): string => `rubrik-${sectionId}`
export const KEYS_ID = 'editor-keys'
export const TOOLBAR_ID = 'editor-toolbar'

/** To the button that had the focus last, as in every toolbar. */
export function focusToolbar(): void {
  document.getElementById(TOOLBAR_ID)?.focus()
}
