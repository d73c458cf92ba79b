/** Opens a saved article in the library, where an event is given at the place that tells of it. */
import { send } from '../../lib/send'

export const openArticle = (article: string, event?: string): void => {
  void send('open-library', { view: 'read', id: article, ...(event ? { event } : {}) })
}
