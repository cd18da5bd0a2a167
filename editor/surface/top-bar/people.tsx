import { Check, ChevronDown, Eye, EyeOff, LocateFixed } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useEffect, useState } from 'react'
import { Avatar, AvatarGroup } from '../../ui/avatar.tsx'
import type { PresentPerson } from '../presence/presence-store.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { sv } from './sv.ts'

const SHOWN = 5

const ITEM =
  'flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1.5 select-none data-highlighted:bg-accent-soft ' +
  '[&_svg]:size-4 [&_svg]:shrink-0'

function FollowItem({ person }: { person: PresentPerson }) {
  const { following, structure, colourOf } = useSurface()
  const followed = useStore(following) === person.id
  const sections = useStore(structure, state => state.structure.sections)
  const section = sections.find(({ id }) => person.sectionIds.includes(id))
  return (
    <DropdownMenu.Item className={ITEM} onSelect={() => (followed ? following.stop() : following.start(person.id))}>
      <Avatar name={person.name} colour={colourOf(person.id)} size="sm" decorative />
      <span className="min-w-0 grow">
        {followed ? sv.unfollow(person.name) : sv.follow(person.name)}
        {section && (
          <span className="block text-sm text-muted">{words.sectionName(section.number, section.heading)}</span>
        )}
      </span>
      {followed && <Check aria-hidden />}
    </DropdownMenu.Item>
  )
}

function Followed() {
  const { following, presence } = useSurface()
  const id = useStore(following)
  const person = useStore(presence).find(one => one.id === id)
  if (!person) return null
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-sm font-medium text-accent">
      <LocateFixed aria-hidden className="size-4" />
      {sv.following(person.name)}
    </span>
  )
}

/** Everybody who has the report open: whom to follow, and whether to see them at all. */
export function People() {
  const { presence, quiet, colourOf } = useSurface()
  const people = useStore(presence)
  const isQuiet = useStore(quiet)
  // Within the page's landmarks, for those who find their way by them.
  const [container, setContainer] = useState<HTMLElement | null>(null)
  useEffect(() => setContainer(document.querySelector<HTMLElement>('.report-surface')), [])
  if (!people.length) return null
  const faces = people.map(({ id, name, me }) => ({ id, name, colour: colourOf(id), note: me ? words.you : undefined }))
  const others = people.filter(person => !person.me)
  return (
    <div data-presence className="flex items-center gap-2">
      <Followed />
      <AvatarGroup label={sv.people(people.length)} people={faces} max={SHOWN} />
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          aria-label={sv.peopleMenu}
          title={sv.peopleMenu}
          className="inline-grid size-8 place-items-center rounded-md text-muted hover:bg-sunken"
        >
          {isQuiet ? <EyeOff aria-hidden className="size-4" /> : <ChevronDown aria-hidden className="size-4" />}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal container={container}>
          <DropdownMenu.Content
            data-presence
            align="end"
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-64 max-w-[min(24rem,calc(100vw-1rem))] animate-appear overflow-y-auto rounded-lg border border-line bg-surface p-1.5 shadow-floating"
          >
            {others.map(person => (
              <FollowItem key={person.id} person={person} />
            ))}
            {others.length > 0 && <DropdownMenu.Separator className="my-1.5 border-t border-line" />}
            <DropdownMenu.CheckboxItem
              className={ITEM}
              checked={isQuiet}
              onCheckedChange={checked => quiet.choose(checked)}
            >
              {isQuiet ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
              <span className="grow">
                {sv.quiet}
                <span className="block text-sm text-muted">{sv.quietHint}</span>
              </span>
              {isQuiet && <Check aria-hidden />}
            </DropdownMenu.CheckboxItem>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </div>
  )
}
