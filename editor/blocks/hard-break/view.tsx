'use client'

import type { BlockView } from '../../surface/block-view.ts'

export const hardBreak: BlockView = { extend: null, insert: null }
