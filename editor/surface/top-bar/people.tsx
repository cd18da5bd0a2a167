import { AvatarGroup } from '../../ui/avatar.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { sv } from './sv.ts'

const SHOWN = 5

/** Everybody who has the report open. */
export function People() {
  const { presence, colourOf } = useSurface()
  const people = useStore(presence)
  if (!people.length) return null
  const faces = people.map(({ id, name, me }) => ({ id, name, colour: colourOf(id), note: me ? words.you : undefined }))
  return <AvatarGroup label={sv.people(people.length)} people={faces} max={SHOWN} />
}
