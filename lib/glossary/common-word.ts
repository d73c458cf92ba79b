/** Tells words of the dictionary from names, so that メダル is not reported as an unknown name. Node only. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import kuromoji from 'kuromoji'

/**
 * Loads the dictionary (IPADIC) and gives a test: true where a string is nothing but words that the
 * dictionary lists, none of them as a proper noun (フリーバッティング, not カタール or クオリプス).
 */
export async function commonWords(): Promise<(form: string) => boolean> {
  const dicPath = join(dirname(fileURLToPath(import.meta.resolve('kuromoji'))), '../dict')
  const tokenizer = await new Promise<kuromoji.Tokenizer<kuromoji.IpadicFeatures>>(
    (resolve, reject) => {
      kuromoji
        .builder({ dicPath })
        .build((error, built) => (error ? reject(error) : resolve(built)))
    },
  )
  return (form) =>
    tokenizer
      .tokenize(form)
      .every(({ word_type, pos_detail_1 }) => word_type === 'KNOWN' && pos_detail_1 !== '固有名詞')
}
