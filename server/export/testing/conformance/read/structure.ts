import { isDict, nameOf, type PdfDict, PdfRef, type PdfValue } from '../../../../signing/verify/pdf/pdf-value.ts'
import type { PdfFile } from './pdf-file.ts'

export interface Element {
  /** Object number; the rules ask that every element is an object. */
  num: number
  role: string
  dict: PdfDict
  parent: Element | null
  elements: Element[]
  /** Marked sequences that it consists of, with the page's object. */
  sequences: { page: number; mcid: number }[]
  /** Annotations that it stands for. */
  objects: { num: number; page: number | null }[]
}

export interface Structure {
  root: PdfDict
  /** In the order that they are read. */
  elements: Element[]
  /** The element of each annotation. */
  ofObject: Map<number, Element>
  /** Keys and values of the parent tree. */
  parentTree: Map<number, PdfValue>
  /** What is among an element's kids and is none of the things that may be. */
  odd: string[]
}

const pageOf = (dict: PdfDict, otherwise: number): number => {
  const page = dict.get('Pg')
  return page instanceof PdfRef ? page.num : otherwise
}

export function readStructure(file: PdfFile): Structure {
  const root = file.dict(file.catalog.get('StructTreeRoot')) ?? new Map()
  const structure: Structure = { root, elements: [], ofObject: new Map(), parentTree: new Map(), odd: [] }
  const seen = new Set<number>()

  const readKid = (kid: PdfValue, element: Element, page: number): void => {
    const dict = file.dict(kid)
    if (typeof kid === 'number') element.sequences.push({ page, mcid: kid })
    else if (!dict) structure.odd.push(`a kid of ${element.num}`)
    else if (nameOf(dict, 'Type') === 'MCR') {
      const mcid = file.number(dict.get('MCID'))
      if (mcid === null || dict.has('Stm')) structure.odd.push(`a kid of ${element.num}`)
      else element.sequences.push({ page: pageOf(dict, page), mcid })
    } else if (nameOf(dict, 'Type') === 'OBJR') {
      const object = dict.get('Obj')
      if (!(object instanceof PdfRef) || structure.ofObject.has(object.num))
        structure.odd.push(`a kid of ${element.num}`)
      else {
        element.objects.push({ num: object.num, page: pageOf(dict, page) })
        structure.ofObject.set(object.num, element)
      }
    } else readElement(kid, element, page)
  }

  const readElement = (value: PdfValue, parent: Element | null, outer: number): void => {
    const dict = file.dict(value)
    if (!dict || !(value instanceof PdfRef) || seen.has(value.num)) {
      structure.odd.push(`a kid of ${parent?.num ?? 'the root'}`)
      return
    }
    seen.add(value.num)
    const role = nameOf(dict, 'S') ?? ''
    const element: Element = { num: value.num, role, dict, parent, elements: [], sequences: [], objects: [] }
    structure.elements.push(element)
    parent?.elements.push(element)
    const kids = file.get(dict.get('K'))
    const page = pageOf(dict, outer)
    for (const kid of Array.isArray(kids) ? kids : dict.has('K') ? [dict.get('K') ?? null] : [])
      readKid(kid, element, page)
  }

  const kids = file.get(root.get('K'))
  for (const kid of Array.isArray(kids) ? kids : [root.get('K') ?? null]) readElement(kid, null, 0)
  const nums = file.tree(root.get('ParentTree'), 'Nums')
  for (let i = 0; i < nums.length; i += 2)
    if (typeof nums[i] === 'number') structure.parentTree.set(nums[i] as number, nums[i + 1] ?? null)
  return structure
}

/** Attributes of an element that an owner defines (ISO 32000-1, 14.7.5); our writer uses no classes. */
export function attributesOf(file: PdfFile, { dict }: Element, owner: string): PdfDict {
  const found = file.get(dict.get('A'))
  const all = (Array.isArray(found) ? found : [found]).map(one => file.dict(one)).filter(isDict)
  return new Map(all.filter(one => nameOf(one, 'O') === owner).flatMap(one => [...one]))
}

export const isWithin = (element: Element, role: string): boolean => {
  for (let at: Element | null = element; at; at = at.parent) if (at.role === role) return true
  return false
}
