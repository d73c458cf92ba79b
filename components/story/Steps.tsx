/** Steps under their title; nothing where there are none. */
import type { StoryStep } from '../../lib/card'
import type { StoryProps } from './props'
import { StepItem } from './StepItem'

interface Props extends Pick<StoryProps, 'onArticle' | 'onEntity'> {
  title: string
  steps: readonly StoryStep[]
}

export function Steps({ title, steps, onArticle, onEntity }: Props) {
  if (steps.length === 0) return null
  return (
    <section class="story__part">
      <h2 class="story__title">{title}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.event.id}>
            <StepItem step={step} onArticle={onArticle} onEntity={onEntity} />
          </li>
        ))}
      </ol>
    </section>
  )
}
