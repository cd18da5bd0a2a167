import { useEffect } from 'react'
import { isMac } from '../toolbar/shortcut.ts'

/** Ctrl+H as in Word; Command+Shift+H on a Mac, where Command+H hides the program. */
const isFindKey = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'h' && !altKey && (isMac() ? metaKey && shiftKey : ctrlKey && !shiftKey)

export function useFindKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isFindKey(event)) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open])
}
