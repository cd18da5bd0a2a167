'use client'

import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button.tsx'
import { classNames } from './class-names.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  /** Read out by screen readers and shown as a tooltip. */
  label: string
  icon: ReactNode
}

export function IconButton({ label, icon, variant = 'ghost', size = 'md', className, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Button
        {...props}
        variant={variant}
        size={size}
        icon={icon}
        aria-label={label}
        className={classNames('aspect-square !px-0', className)}
      />
    </Tooltip>
  )
}
