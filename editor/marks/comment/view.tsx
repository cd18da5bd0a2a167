'use client'

import type { MarkView } from '../../surface/block-view.ts'

/** No form that a person gives words: comments are begun beside the text. */
export const comment: MarkView = { extend: null, insert: null }
