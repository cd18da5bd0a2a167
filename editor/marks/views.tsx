'use client'

import type { MarkView } from '../surface/block-view.ts'
import { bold } from './bold/view.tsx'
import { comment } from './comment/view.tsx'
import { italic } from './italic/view.tsx'
import { link } from './link/view.tsx'
import type { MarkName } from './schemas.ts'

/** Every mark as the editor shows it. Browser only. */
export const markViews = { bold, italic, link, comment } satisfies Record<MarkName, MarkView>
