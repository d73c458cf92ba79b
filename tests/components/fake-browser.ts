/** The one part of the browser that drawing needs: the words, taken from the real Japanese messages. */
import ja from '../../public/_locales/ja/messages.json'

const messages: Record<string, { message: string }> = ja

Object.assign(globalThis, {
  chrome: {
    runtime: { id: 'test' },
    i18n: {
      getMessage: (key: string, substitutions: string[] = []) =>
        (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => substitutions[n - 1] ?? ''),
    },
  },
})
