/** Opens a saved article in the library. */
import { send } from '../../lib/send'

export const openArticle = (article: string): void => {
  void send('open-library', { view: 'read', id: article })
}
