import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../../policies/actor.ts'
import { proposeSigners, type SignersKnown } from './propose-signers.ts'

const person = (
  id: string,
  role: Role,
  { boardId = 'von', title = id }: Partial<Actor> & { boardId?: string | null } = {},
): Actor => ({
  id,
  organisationId: 'org',
  name: id,
  title,
  grants: [{ boardId, role }],
})
const known = (part: Partial<SignersKnown> = {}): SignersKnown => ({
  boardId: 'von',
  createdBy: 'nobody',
  owners: new Set(),
  last: new Map(),
  ...part,
})

const clerk = person('clerk', 'handlaggare')
const other = person('other', 'handlaggare')
const chief = person('chief', 'forvaltningschef', { title: 'Socialchef' })
const chair = person('chair', 'ordforande')
const people = [clerk, other, chief, chair]

const proposed = (capacities: string[], part: Partial<SignersKnown> = {}, among = people) =>
  proposeSigners(capacities, among, known(part)).map(({ userId, reason }) => [userId, reason])

describe('who is proposed to sign', () => {
  test('is the only one with the role for the nämnd, whatever the template calls it', () => {
    expect(proposed(['Förvaltningschef', 'Nämndens ordförande'])).toEqual([
      ['chief', 'role'],
      ['chair', 'role'],
    ])
    expect(proposed([' socialchef', 'Styrelsens ordförande'])).toEqual([
      ['chief', 'role'],
      ['chair', 'role'],
    ])
    const elsewhere = person('elsewhere', 'forvaltningschef', { boardId: 'ks' })
    const everywhere = person('everywhere', 'ekonom', { boardId: null })
    expect(proposed(['Förvaltningschef', 'Ekonom'], {}, [elsewhere, everywhere])).toEqual([
      [null, null],
      ['everywhere', 'role'],
    ])
  })

  test('among several is who made the report, else who signed last, else who answers for a section alone', () => {
    const last = new Map([['Handläggare', 'other']])
    expect(proposed(['Handläggare'])).toEqual([[null, null]])
    expect(proposed(['Handläggare'], { owners: new Set(['clerk', 'chief']) })).toEqual([['clerk', 'responsible']])
    expect(proposed(['Handläggare'], { owners: new Set(['clerk', 'other']) })).toEqual([[null, null]])
    expect(proposed(['Handläggare'], { owners: new Set(['clerk']), last })).toEqual([['other', 'signed-last']])
    expect(proposed(['Handläggare'], { createdBy: 'clerk', last })).toEqual([['clerk', 'responsible']])
  })

  test('as föredragande is who made the report, a MAS too, but never a chief who began it', () => {
    const mas = person('mas', 'mas')
    expect(proposed(['Föredragande'], { createdBy: 'mas' }, [...people, mas])).toEqual([['mas', 'responsible']])
    expect(proposed(['Föredragande'], { createdBy: 'chief' })).toEqual([[null, null]])
  })

  test('is who signed last where no role answers to the words, and not who has left the role to another', () => {
    const last = new Map([
      ['Justerare', 'clerk'],
      ['Nämndens ordförande', 'other'],
      ['Protokollförare', 'gone'],
    ])
    expect(proposed(['Justerare', 'Nämndens ordförande', 'Protokollförare'], { last })).toEqual([
      ['clerk', 'signed-last'],
      ['chair', 'role'],
      [null, null],
    ])
  })

  test('is nobody twice: the capacity that fewer hold comes first', () => {
    const both: Actor = { ...chief, grants: [...chief.grants, ...clerk.grants] }
    expect(proposed(['Handläggare', 'Förvaltningschef'], { createdBy: 'chief' }, [clerk, both])).toEqual([
      ['clerk', 'role'],
      ['chief', 'responsible'],
    ])
  })

  test('stands first among the likely, who are all that hold the capacity or signed as it last', () => {
    const likely = (part: Partial<SignersKnown>) => proposeSigners(['Handläggare'], people, known(part))[0]?.likely
    expect(likely({})).toEqual(['clerk', 'other'])
    expect(likely({ createdBy: 'other' })).toEqual(['other', 'clerk'])
    expect(likely({ last: new Map([['Handläggare', 'chair']]) })).toEqual(['chair', 'clerk', 'other'])
  })
})
