/** A screen, or part of one, that says what is the case, what is safe, and what to do. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './Icon'
import './Notice.css'

interface Props {
  icon: IconName
  title: string
  children?: ComponentChildren
  /** Buttons, the likeliest first. */
  actions?: ComponentChildren
  /** `problem` is announced at once; `calm` is read in turn. */
  tone?: 'calm' | 'problem'
}

export function Notice({ icon, title, children, actions, tone = 'calm' }: Props) {
  return (
    <section class={`notice notice--${tone}`} role={tone === 'problem' ? 'alert' : undefined}>
      <span class="notice__icon">
        <Icon name={icon} size={28} />
      </span>
      <h2 class="notice__title">{title}</h2>
      {children && <div class="notice__text phrase">{children}</div>}
      {actions && <div class="notice__actions">{actions}</div>}
    </section>
  )
}
