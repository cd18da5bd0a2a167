import { List } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CloseButton } from '../../ui/dialog.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { SectionNav } from './section-nav.tsx'
import { sv } from './sv.ts'

/** The list of sections where there is no room for it beside the text. */
export function SectionMenu() {
  const sections = useStore(useSurface().structure, state => state.structure.sections)
  const [open, setOpen] = useState(false)
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <Button size="sm" icon={<List aria-hidden />} title={sv.openNav} className="lg:hidden">
          <span className="max-sm:sr-only">{sv.nav}</span>
        </Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-ink/45" />
        <Dialog.Content
          aria-describedby={undefined}
          // The link that was followed has taken the focus along.
          onCloseAutoFocus={event => event.preventDefault()}
          className="fixed inset-y-0 left-0 z-40 w-80 max-w-[calc(100vw-3rem)] overflow-y-auto bg-surface p-3 shadow-floating"
        >
          <Dialog.Title className="mb-2 px-2 text-lg font-semibold">{sv.nav}</Dialog.Title>
          <SectionNav sections={sections} onChoose={() => setOpen(false)} />
          <CloseButton label={sv.closeNav} className="!absolute top-1.5 right-2" />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
