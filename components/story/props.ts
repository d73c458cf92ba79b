/** What the story needs to know of the surface that it stands on. */
import type { StoryOf } from '../../lib/messages'

export interface StoryProps {
  of: StoryOf
  /** Opens a saved article where it tells of the event. */
  onArticle: (article: string, event: string) => void
  /** Opens a participant's card; without it the names are not told. */
  onEntity?: ((entity: string) => void) | undefined
  onTimeline: () => void
}
