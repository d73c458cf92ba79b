/** The story behind a saved article, under its text. */
import { Story } from '../../../components/story/Story'
import { placeIn } from '../../../lib/events/place'
import { db } from '../database'
import { go } from '../route'

export function Background({ article }: { article: string }) {
  return (
    <section class="onward">
      <Story
        of={{ from: 'article', article }}
        onArticle={(id, event) =>
          void placeIn(db, id, event).then((at) => go({ view: 'archive', id, at }))
        }
        onEntity={(entity) => go({ view: 'glossary', id: entity })}
        onTimeline={() => go({ view: 'timeline' })}
      />
    </section>
  )
}
